import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, Modal, Space, Tag, Upload } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { serverNow, uploadForm, write, type Tagged } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { PaperView } from '../../api/schema';
import { Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import type { Kind } from './PaperPage';

/** Scans of the signed paper, told apart by what they show, and the place of the original. */
export function PaperRecord({ round, school, kind, paper: { body, tag } }: { round: string; school: string; kind: Kind; paper: Tagged<PaperView> }) {
  const words = useWords();
  const role = useRole();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [registering, setRegistering] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: ['paper', round, school, kind] });
  const send = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return uploadForm<PaperView>(`/rounds/${round}/schools/${school}/papers/${kind}/scans`, form);
    },
    onSuccess: async () => {
      message.success(words.papers.bound);
      await refresh();
    },
    onError: (error) => message.error([error.message, ...(error instanceof Problem ? Object.values(error.fields).flat() : [])].at(-1)),
  });
  const maySend = body.digest && (kind === 'self-evaluation' ? may.submitEvaluation(role) && may.ofSchool(role) : may.review(role));
  return (
    <div className="no-print">
      <Panel title={words.papers.record}>
        <p style={{ marginTop: 0 }}>{words.papers.hint}</p>
        {body.scans.length > 0 && (
          <ul style={{ paddingLeft: 18 }}>
            {body.scans.map((scan) => (
              <li key={scan.id}>
                <a href={`/api/v1/rounds/${encodeURIComponent(round)}/schools/${encodeURIComponent(school)}/papers/${kind}/scans/${scan.id}`} download>{scan.name}</a>{' '}
                <Tag color={scan.isCurrent ? 'success' : 'warning'}>{scan.isCurrent ? words.papers.current : words.papers.outdated}</Tag>
                <small className="numeric">{moment(scan.at)} · {scan.actor} · {scan.digest}</small>
              </li>
            ))}
          </ul>
        )}
        <p>{words.papers.original}：{body.original ? `${body.original.place}（${body.original.receivedOn}，${body.original.actor}）` : words.papers.notRegistered}</p>
        <Space wrap>
          {maySend && (
            <Upload
              accept=".pdf,.jpg,.jpeg,.png" showUploadList={false}
              beforeUpload={(file) => {
                send.mutate(file);
                return false;
              }}
            >
              <Button icon={<UploadOutlined />} loading={send.isPending}>{words.papers.send}</Button>
            </Upload>
          )}
          {body.digest && may.manageRounds(role) && <Button onClick={() => setRegistering(true)}>{words.papers.register}</Button>}
        </Space>
      </Panel>
      {registering && (
        <OriginalDialog
          onClose={() => setRegistering(false)}
          save={async (place, receivedOn) => {
            await write(`POST /rounds/{round}/schools/{school}/papers/${kind}/original`, { path: { round, school }, ifMatch: tag, body: { place, receivedOn } });
            await refresh();
          }}
        />
      )}
    </div>
  );
}

interface Fields {
  place: string;
  receivedOn: Dayjs;
}

function OriginalDialog({ save, onClose }: { save: (place: string, receivedOn: string) => Promise<void>; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const register = useMutation({
    mutationFn: ({ place, receivedOn }: Fields) => save(place.trim(), receivedOn.format('YYYY-MM-DD')),
    onSuccess: onClose,
    onError: (error) => {
      if (error instanceof Problem && Object.keys(error.fields).length > 0) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
      else message.error(error.message);
    },
  });
  return (
    <Modal open title={words.papers.register} onCancel={onClose} okText={words.common.confirm} cancelText={words.common.cancel} confirmLoading={register.isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" initialValues={{ receivedOn: dayjs(serverNow()) }} onFinish={(fields) => register.mutate(fields)}>
        <Form.Item name="place" label={words.papers.place} rules={[{ required: true, whitespace: true }]}><Input maxLength={200} placeholder={words.papers.placeHint} /></Form.Item>
        <Form.Item name="receivedOn" label={words.papers.receivedOn} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
      </Form>
    </Modal>
  );
}
