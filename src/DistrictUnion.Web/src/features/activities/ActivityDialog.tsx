import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, Image, Input, InputNumber, Modal, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { serverNow, uploadForm, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { ActivityKind, ActivityView } from '../../api/schema';
import { useSession } from '../../shared/session';
import { useWords } from '../../shared/words';
import { kinds, photoAddress, useActivityRefresh, useBranches, usePlan } from './queries';

interface Fields {
  title: string;
  kind: ActivityKind;
  from: Dayjs;
  to?: Dayjs | null;
  place?: string;
  branches?: string[];
  members?: number | null;
  others?: number | null;
  description?: string;
  planItem?: string;
}

/** Records an activity, or changes one: today is the day unless told otherwise, and the photos go along. */
export function ActivityDialog({ activity, tag, plan, onClose }: { activity?: ActivityView; tag?: string; plan?: { id: string; title: string; kind?: ActivityKind | null }; onClose: () => void }) {
  const words = useWords();
  const { user } = useSession();
  const { message } = App.useApp();
  const refresh = useActivityRefresh();
  const [form] = Form.useForm<Fields>();
  const [photos, setPhotos] = useState<File[]>([]);
  const [kept, setKept] = useState(activity?.photos ?? []);
  const recorded = useRef(activity && { id: activity.id, tag: tag ?? '*' });
  const input = useRef<HTMLInputElement>(null);
  const today = dayjs(serverNow());
  const branches = useBranches(user?.activePost?.scope.school ?? undefined);
  const items = usePlan((activity ? dayjs(activity.from) : today).year());
  const send = useMutation({
    mutationFn: async (f: Fields) => {
      const body = {
        title: f.title.trim(), kind: f.kind, from: f.from.format('YYYY-MM-DD'), to: f.to?.format('YYYY-MM-DD') ?? null, place: f.place?.trim() || null, branches: f.branches ?? [],
        members: f.members ?? 0, others: f.others ?? 0, description: f.description?.trim() || null, planItem: f.planItem ?? null,
      };

      // What was recorded before a photo failed is changed, not recorded twice; photos that arrived have changed it meanwhile.
      const written = recorded.current
        ? await write('PUT /activities/{activity}', { path: { activity: recorded.current.id }, ifMatch: recorded.current.tag, body })
        : await write('POST /activities', { body });
      const { id } = (recorded.current = { id: written.body.id, tag: '*' });
      for (const photo of kept.length === (activity?.photos.length ?? 0) ? [] : activity!.photos.filter((p) => !kept.includes(p)))
        await write('DELETE /activities/{activity}/photos/{photo}', { path: { activity: id, photo: photo.id } });
      for (const file of photos) {
        const data = new FormData();
        data.append('file', file, file.name);
        await uploadForm(`/activities/${id}/photos`, data);
      }
    },
    onSuccess: () => {
      message.success(words.activities.saved);
      onClose();
      return refresh();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
      return refresh();
    },
  });
  const failed = send.error && !(send.error instanceof Problem && Object.keys(send.error.fields).some((f) => f !== 'file'));
  const choices = (items.data ?? []).filter((i) => i.state !== 'dropped').map((i) => ({ value: i.id, label: `${words.plan.monthOf(Number(i.month.slice(5)))} ${i.title}` }));
  return (
    <Modal open title={activity ? words.activities.change : words.activities.add} onCancel={onClose} okText={words.common.save} confirmLoading={send.isPending} onOk={() => form.submit()} width={560} mask={{ closable: false }}>
      {failed && <Alert type="error" showIcon title={send.error!.message} style={{ marginBottom: 12 }} />}
      <Form
        form={form} layout="vertical" onFinish={(f) => send.mutate(f)} requiredMark={false}
        initialValues={activity ? {
          ...activity, from: dayjs(activity.from), to: activity.to === activity.from ? undefined : dayjs(activity.to), place: activity.place ?? undefined, description: activity.description ?? undefined,
          planItem: activity.planItem ?? undefined, branches: activity.branches.map((b) => b.code),
        } : { from: today, title: plan?.title, kind: plan?.kind ?? undefined, planItem: plan?.id }}
      >
        <Form.Item name="title" label={words.activities.name} rules={[{ required: true, whitespace: true, message: words.activities.needName }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="kind" label={words.activities.kind} rules={[{ required: true, message: words.activities.needKind }]}><Select options={kinds.map((k) => ({ value: k, label: words.activities.kinds[k] }))} /></Form.Item>
        <Space size={12} style={{ display: 'flex' }} styles={{ item: { flex: 1 } }}>
          <Form.Item name="from" label={words.activities.day} rules={[{ required: true, message: words.activities.needDay }]}><DatePicker inputReadOnly style={{ width: '100%' }} disabledDate={(d) => d.isAfter(today, 'day')} /></Form.Item>
          <Form.Item name="to" label={words.activities.until}><DatePicker inputReadOnly style={{ width: '100%' }} /></Form.Item>
        </Space>
        <Space size={12} style={{ display: 'flex' }} styles={{ item: { flex: 1 } }}>
          <Form.Item name="members" label={words.activities.members}><InputNumber min={0} max={100000} precision={0} inputMode="numeric" style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="others" label={words.activities.others}><InputNumber min={0} max={100000} precision={0} inputMode="numeric" style={{ width: '100%' }} /></Form.Item>
        </Space>
        <div style={{ marginBottom: 16 }}>
          <Space wrap>
            {kept.map((p, i) => (
              <figure key={p.id} style={{ margin: 0, display: 'grid', gap: 4 }}>
                <Image src={photoAddress(activity!.id, p.id)} alt={words.activities.photoOf(activity!.title, i + 1)} width={80} height={64} style={{ objectFit: 'cover' }} />
                <Button size="small" icon={<DeleteOutlined />} aria-label={`${words.activities.removePhoto} ${i + 1}`} onClick={() => setKept((all) => all.filter((one) => one !== p))} />
              </figure>
            ))}
            {photos.map((file, i) => <Chosen key={`${file.name}${i}`} file={file} number={i + 1} onRemove={() => setPhotos((all) => all.filter((one) => one !== file))} />)}
          </Space>
          <input
            ref={input} type="file" accept="image/*" multiple hidden aria-label={words.activities.photos}
            onChange={(e) => {
              setPhotos((all) => [...all, ...Array.from(e.target.files ?? [])]);
              e.target.value = '';
            }}
          />
          <div><Button size="large" icon={<CameraOutlined />} style={{ marginTop: 8 }} onClick={() => input.current?.click()}>{words.activities.photos}</Button></div>
        </div>
        {(branches.data?.length ?? 0) > 0 && <Form.Item name="branches" label={words.activities.branches} extra={words.activities.branchesHint}><Select mode="multiple" optionFilterProp="label" options={branches.data!.map((b) => ({ value: b.code, label: b.name }))} /></Form.Item>}
        {choices.length > 0 && <Form.Item name="planItem" label={words.activities.planItem}><Select allowClear optionFilterProp="label" showSearch options={choices} /></Form.Item>}
        <Form.Item name="place" label={words.activities.place}><Input maxLength={200} /></Form.Item>
        <Form.Item name="description" label={words.activities.description}><Input.TextArea rows={2} maxLength={2000} /></Form.Item>
      </Form>
    </Modal>
  );
}

function Chosen({ file, number, onRemove }: { file: File; number: number; onRemove: () => void }) {
  const words = useWords();
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <figure style={{ margin: 0, display: 'grid', gap: 4 }}>
      {address && <img src={address} alt={file.name} width={80} height={64} style={{ objectFit: 'cover' }} />}
      <Button size="small" icon={<DeleteOutlined />} aria-label={`${words.activities.removePhoto} ${number}`} onClick={onRemove} />
    </figure>
  );
}
