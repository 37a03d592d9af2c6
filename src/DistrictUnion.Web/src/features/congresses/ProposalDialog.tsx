import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { ProposalView } from '../../api/schema';
import { useSession } from '../../shared/session';
import { useWords } from '../../shared/words';
import { useBranches } from '../activities/queries';
import { useStep } from './queries';

interface Signer {
  name: string;
  branch?: string | null;
}

interface Fields {
  title: string;
  grounds: string;
  suggestion: string;
  proposer: Signer;
  coSigners: Signer[];
}

/** Writes a proposal, or a draft anew; it can be handed in at once. */
export function ProposalDialog({ proposal, tag, onClose }: { proposal?: ProposalView; tag?: string; onClose: () => void }) {
  const words = useWords();
  const { user } = useSession();
  const [form] = Form.useForm<Fields>();

  // What the form began with; the drawer behind it may be read anew meanwhile.
  const [began] = useState(tag);
  const branches = useBranches(user?.activePost?.scope.school ?? undefined);
  const send = useStep(onClose);
  const save = async (submits: boolean) => {
    const f = await form.validateFields().catch(() => undefined);
    if (!f) return;
    send.mutate(async () => {
      const signer = (s: Signer) => ({ name: s.name.trim(), branch: s.branch ?? null });
      const body = { title: f.title, grounds: f.grounds, suggestion: f.suggestion, proposer: signer(f.proposer), coSigners: (f.coSigners ?? []).map(signer) };
      try {
        const kept = proposal ? await write('PUT /proposals/{proposal}', { path: { proposal: proposal.id }, ifMatch: began, body }) : await write('POST /proposals', { body });
        if (submits) await write('POST /proposals/{proposal}/submit', { path: { proposal: kept.body.id }, ifMatch: kept.tag });
      } catch (error) {
        if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
        throw error;
      }
    });
  };
  const need = [{ required: true, whitespace: true, message: words.congresses.needText }];
  const choice = <Select allowClear aria-label={words.congresses.branch} placeholder={words.congresses.branch} style={{ width: '100%' }} optionFilterProp="label" options={(branches.data ?? []).map((b) => ({ value: b.code, label: b.name }))} />;
  return (
    <Modal
      open title={proposal ? words.congresses.changeProposal : words.congresses.write} onCancel={onClose} mask={{ closable: false }} width={560}
      footer={<Space wrap><Button onClick={() => void save(false)} loading={send.isPending}>{words.congresses.saveDraft}</Button><Button type="primary" onClick={() => void save(true)} loading={send.isPending}>{words.congresses.submit}</Button></Space>}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={proposal ?? { coSigners: [{ name: '' }, { name: '' }] }}>
        <Form.Item name="title" label={words.congresses.proposalTitle} rules={need}><Input maxLength={100} /></Form.Item>
        <Form.Item name="grounds" label={words.congresses.grounds} rules={need}><Input.TextArea rows={3} maxLength={5000} /></Form.Item>
        <Form.Item name="suggestion" label={words.congresses.suggestion} rules={need}><Input.TextArea rows={3} maxLength={5000} /></Form.Item>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
          <Form.Item name={['proposer', 'name']} label={words.congresses.proposer} rules={need}><Input maxLength={100} /></Form.Item>
          <Form.Item name={['proposer', 'branch']} label={words.congresses.branch}>{choice}</Form.Item>
        </div>
        <Form.Item name="coSigners" label={words.congresses.coSigners} className="errors-only" style={{ marginBottom: 0 }}><span hidden /></Form.Item>
        <Form.List name="coSigners">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, i) => (
                <div key={field.key} style={{ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: 8 }}>
                  <Form.Item name={[field.name, 'name']} rules={need} style={{ marginBottom: 8 }}><Input aria-label={`${words.congresses.coSigners} ${i + 1}`} maxLength={100} /></Form.Item>
                  <Form.Item name={[field.name, 'branch']} style={{ marginBottom: 8 }}>{choice}</Form.Item>
                  <Button type="text" icon={<MinusCircleOutlined />} aria-label={words.congresses.removeSigner(i + 1)} onClick={() => remove(field.name)} />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add({ name: '' })}>{words.congresses.addSigner}</Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
