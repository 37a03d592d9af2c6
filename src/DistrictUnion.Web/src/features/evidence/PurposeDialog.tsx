import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, DatePicker, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { EvidenceView } from '../../api/schema';
import { useWords } from '../../shared/words';
import type { Leaf } from '../schemes/definition';

interface Fields {
  nodes: string[];
  from?: Dayjs | null;
  to?: Dayjs | null;
}

const date = 'YYYY-MM-DD';

/** Which indicators a file proves, and of which days it speaks. */
export function PurposeDialog({ round, school, file, leaves, onClose }: { round: string; school: string; file: EvidenceView; leaves: Leaf[]; onClose: () => void }) {
  const words = useWords();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const save = useMutation({
    mutationFn: (fields: Fields) => write('PUT /rounds/{round}/schools/{school}/evidence/{evidence}', {
      path: { round, school, evidence: file.id }, body: { nodes: fields.nodes, from: fields.from?.format(date) ?? null, to: fields.to?.format(date) ?? null },
    }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ['evidence', round, school] });
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Modal open title={file.name} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)} initialValues={{ nodes: file.nodes, from: file.from ? dayjs(file.from) : null, to: file.to ? dayjs(file.to) : null }}>
        {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
        <Form.Item name="nodes" label={words.evidence.proves} rules={[{ required: true }]}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={leaves.map((l) => ({ value: l.node.code, label: `${l.node.code} ${l.node.name}` }))} />
        </Form.Item>
        <div className="leaf-fields">
          <Form.Item name="from" label={words.evidence.from}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="to" label={words.evidence.to} extra={words.evidence.toHint}><DatePicker style={{ width: '100%' }} /></Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
