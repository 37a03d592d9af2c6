import { Button, Form, Input, Modal, Select } from 'antd';
import { useWords } from '../../shared/words';
import type { Indicator } from '../schemes/definition';

interface Fields {
  reason: string;
  leaves: { code?: string; text?: string }[];
}

/** Returns an evaluation: a reason for the whole, and what is wanted of single leaves. */
export function ReturnDialog({ leaves, first, isPending, onCancel, onConfirm }: {
  leaves: Indicator[];
  /** The leaf that was looked at last. */
  first?: string;
  isPending: boolean;
  onCancel: () => void;
  onConfirm: (reason: string, wanted?: Record<string, string>) => void;
}) {
  const words = useWords();
  const [form] = Form.useForm<Fields>();
  const confirm = ({ reason, leaves: wanted }: Fields) => {
    const said = (wanted ?? []).filter((w) => w?.code && w.text?.trim()).map((w) => [w.code!, w.text!.trim()] as const);
    onConfirm(reason.trim(), said.length > 0 ? Object.fromEntries(said) : undefined);
  };
  return (
    <Modal open width={620} title={words.review.returnOne} onCancel={onCancel} okText={words.common.confirm} cancelText={words.common.cancel} confirmLoading={isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" onFinish={confirm} initialValues={{ leaves: [{ code: first }] }}>
        <Form.Item name="reason" label={words.rounds.returnReason} rules={[{ required: true, whitespace: true }]}><Input.TextArea rows={2} maxLength={500} showCount placeholder={words.common.reasonHint} /></Form.Item>
        <Form.List name="leaves">
          {(fields, { add, remove }) => (
            <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
              <legend style={{ fontWeight: 600, marginBottom: 8 }}>{words.review.leafReasons}（{words.common.optional}）</legend>
              {fields.map(({ key, name }) => (
                <div key={key} style={{ display: 'flex', gap: 8, alignItems: 'start', flexWrap: 'wrap' }}>
                  <Form.Item name={[name, 'code']} label={words.results.node} style={{ flex: '1 1 180px' }}><Select showSearch={{ optionFilterProp: 'label' }} options={leaves.map((l) => ({ value: l.code, label: `${l.code} ${l.name}` }))} /></Form.Item>
                  <Form.Item name={[name, 'text']} label={words.review.wanted} style={{ flex: '2 1 220px' }}><Input maxLength={500} /></Form.Item>
                  <Button style={{ marginTop: 30 }} onClick={() => remove(name)}>{words.report.remove}</Button>
                </div>
              ))}
              <Button size="small" onClick={() => add({})}>+ {words.review.addLeaf}</Button>
            </fieldset>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
