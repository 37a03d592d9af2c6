import { useMutation, useQuery } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { get, serverNow, write, type Tagged } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { TitleView } from '../../../api/schema';
import { useWords } from '../../../shared/words';
import { useRefresh } from './queries';
import { Refused } from './Refused';

interface Fields {
  school: string;
  branch?: string;
  on: Dayjs;
  reason: string;
}

/** Passes the title of a unit that is no more on to the one that succeeds. */
export function SuccessorDialog({ title, isOfBranch, onClose }: { title: Tagged<TitleView>; isOfBranch: boolean; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const school = Form.useWatch('school', form);
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const schools = useQuery({ queryKey: ['schools', 'choice', search], queryFn: ({ signal }) => get('GET /schools', { query: { search, pageSize: 50 }, signal }) });
  const branches = useQuery({
    queryKey: ['branches', school], enabled: isOfBranch && !!school,
    queryFn: ({ signal }) => get('GET /schools/{school}/branches', { path: { school: school! }, query: { pageSize: 200 }, signal }),
  });
  const save = useMutation({
    mutationFn: ({ school, branch, on, reason }: Fields) => write('POST /titles/{title}/successor', { path: { title: title.body.number }, ifMatch: title.tag, body: { school, branch, on: on.format('YYYY-MM-DD'), reason } }),
    onSuccess: async ({ body }) => {
      message.success(words.titlesDistrict.passedOn);
      onClose();
      await navigate(`/titles/${body.number}`);
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
    },
    onSettled: refresh,
  });
  return (
    <Modal open title={`${words.titlesDistrict.passOn} · ${title.body.unitName}`} onCancel={onClose} okText={words.titlesDistrict.passOn} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <p style={{ marginTop: 0 }}>{words.titlesDistrict.passOnHint}</p>
      <Refused error={save.error} besideFields={['school', 'branch', 'on', 'reason']} />
      <Form form={form} layout="vertical" initialValues={{ on: dayjs(serverNow()) }} onFinish={(fields) => save.mutate(fields)} onValuesChange={(changed: Partial<Fields>) => changed.school && form.resetFields(['branch'])}>
        <Form.Item name="school" label={words.titlesDistrict.successor} rules={[{ required: true }]}>
          <Select showSearch={{ filterOption: false, onSearch: setText }} loading={schools.isFetching} options={schools.data?.items.map((s) => ({ value: s.code, label: `${s.name}（${s.code}）` }))} />
        </Form.Item>
        {isOfBranch && (
          <Form.Item name="branch" label={words.titlesDistrict.successorBranch} rules={[{ required: true }]}>
            <Select loading={branches.isFetching} disabled={!school} showSearch={{ optionFilterProp: 'label' }} options={branches.data?.items.map((b) => ({ value: b.code, label: b.name }))} />
          </Form.Item>
        )}
        <Form.Item name="on" label={words.titlesDistrict.takeOverOn} rules={[{ required: true }]}><DatePicker maxDate={dayjs(serverNow())} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="reason" label={words.titlesDistrict.why} rules={[{ required: true, whitespace: true }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
      </Form>
    </Modal>
  );
}
