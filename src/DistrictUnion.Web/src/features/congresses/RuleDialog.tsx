import { Alert, Form, InputNumber, Modal, Radio } from 'antd';
import { write } from '../../api/client';
import type { CongressTerms } from '../../api/schema';
import { Fresh } from '../../shared/Fresh';
import { useWords } from '../../shared/words';
import { useStep } from './queries';

/** By which rules the district's schools hold their congresses. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  return <Fresh operation="GET /congress-rule">{(rule, tag) => <RuleForm rule={rule} tag={tag} onClose={onClose} />}</Fresh>;
}

function RuleForm({ rule, tag, onClose }: { rule: CongressTerms; tag: string; onClose: () => void }) {
  const words = useWords();
  const [form] = Form.useForm<CongressTerms>();
  const send = useStep(onClose);
  const number = (name: keyof CongressTerms, label: string, hint: string, most: number) => (
    <Form.Item name={name} label={label} extra={hint} rules={[{ required: true, message: words.congresses.needNumber }]}><InputNumber min={0} max={most} precision={0} inputMode="numeric" style={{ width: '100%' }} /></Form.Item>
  );
  return (
    <Modal open title={words.congresses.rule} onCancel={onClose} okText={words.common.save} confirmLoading={send.isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={rule} onFinish={(body) => send.mutate(() => write('PUT /congress-rule', { ifMatch: tag, body }))}>
        <Form.Item name="majority" label={words.congresses.majorityOf}><Radio.Group options={(['present', 'delegates'] as const).map((value) => ({ value, label: words.congresses.majorityWord[value] }))} /></Form.Item>
        {number('coSigners', words.congresses.coSignersNeeded, words.congresses.coSignersHint, 20)}
        {number('deadlineDays', words.congresses.deadlineDays, words.congresses.deadlineHint, 90)}
        {number('allStaffBelow', words.congresses.allStaffBelow, words.congresses.allStaffHint, 1000)}
        <Alert type="info" showIcon title={words.congresses.ruleHint} />
      </Form>
    </Modal>
  );
}
