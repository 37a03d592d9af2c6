import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio, Space, Tag } from 'antd';
import { useState } from 'react';
import { write } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { Counterfactual, ObjectionState, ObjectionView } from '../../../api/schema';
import { Loaded, Nothing, Panel } from '../../../shared/Page';
import { moment } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import type { CampaignTab } from './CampaignPage';
import { useApplications, useObjections, useRefresh, type CampaignPath } from './queries';
import { Refused } from './Refused';

const color: Record<ObjectionState, string> = { open: 'warning', upheld: 'error', dismissed: 'default', complaint: 'default' };

/** What was said against units, what would follow, and what was found. */
export function ObjectionsTab({ path }: CampaignTab) {
  const words = useWords();
  const [objections, applications] = [useObjections(path), useApplications(path)];
  const [deciding, setDeciding] = useState<ObjectionView>();
  const nameOf = (code: string) => applications.data?.find((a) => a.code === code)?.unitName ?? code;
  return (
    <Loaded of={[objections, applications]}>
      {() => (
        <>
          {objections.data!.length === 0 && <Nothing title={words.titlesDistrict.noObjection} hint={words.titlesDistrict.noObjectionHint} />}
          {objections.data!.map((o) => (
            <Panel
              key={o.id} title={<Space wrap size={6}>{words.titlesDistrict.against} {nameOf(o.application)}<Tag color={color[o.state]}>{words.titlesDistrict.objectionState[o.state]}</Tag></Space>}
              extra={o.state === 'open' && <Button type="primary" size="small" onClick={() => setDeciding(o)}>{words.titlesDistrict.decideObjection}</Button>}
            >
              <small className="numeric">{moment(o.receivedAt)}</small>
              <p style={{ whiteSpace: 'pre-wrap', margin: '4px 0' }}>{o.text}</p>
              {o.ifUpheld && <p style={{ margin: 0 }}><b>{words.titlesDistrict.ifUpheld}：</b><Consequence of={o.ifUpheld} nameOf={nameOf} /></p>}
              {o.finding && <p style={{ margin: 0 }}><b>{words.titlesDistrict.finding}：</b>{o.finding}</p>}
            </Panel>
          ))}
          {deciding && <FindingDialog path={path} objection={deciding} nameOf={nameOf} onClose={() => setDeciding(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

/** Who loses a place and who gets it. */
function Consequence({ of, nameOf }: { of: Counterfactual; nameOf: (code: string) => string }) {
  const words = useWords();
  const names = (codes: string[]) => codes.map(nameOf).join('、');
  return (
    <>
      {of.leaves.length > 0 && words.titlesDistrict.leaves(names(of.leaves))}
      {of.isBlocked ? words.titlesDistrict.blocked : of.promoted.length > 0 ? words.titlesDistrict.promoted(names(of.promoted)) : words.titlesDistrict.nobody}
    </>
  );
}

function FindingDialog({ path, objection, nameOf, onClose }: { path: CampaignPath; objection: ObjectionView; nameOf: (code: string) => string; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ isUpheld: boolean; finding: string }>();
  const isUpheld = Form.useWatch('isUpheld', form);
  const save = useMutation({
    // Objections are listed without tags; the service itself refuses a second decision.
    mutationFn: (body: { isUpheld: boolean; finding: string }) => write('POST /title-programmes/{programme}/campaigns/{campaign}/objections/{objection}/decide', { path: { ...path, objection: objection.id }, ifMatch: '*', body }),
    onSuccess: () => {
      message.success(words.titlesDistrict.objectionDone);
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
    },
    onSettled: refresh,
  });
  return (
    <Modal open title={`${words.titlesDistrict.decideObjection} · ${nameOf(objection.application)}`} onCancel={onClose} okText={words.common.confirm} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Refused error={save.error} besideFields={['finding']} />
      <p style={{ whiteSpace: 'pre-wrap' }}>{objection.text}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}>
        <Form.Item name="isUpheld" label={words.titlesDistrict.decideObjection} rules={[{ required: true, message: words.titlesDistrict.needChoice }]}>
          <Radio.Group options={[{ value: true, label: words.titlesDistrict.uphold }, { value: false, label: words.titlesDistrict.dismiss }]} />
        </Form.Item>
        {isUpheld && objection.ifUpheld && <p><Consequence of={objection.ifUpheld} nameOf={nameOf} /></p>}
        <Form.Item name="finding" label={words.titlesDistrict.finding} extra={words.titlesDistrict.findingHint} rules={[{ required: true, whitespace: true }]}><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
      </Form>
    </Modal>
  );
}
