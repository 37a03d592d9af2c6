import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, Input, Modal, Space, Table, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { getTagged, serverNow, write } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { NoticedUnit, NoticeView } from '../../../api/schema';
import { Loaded, Nothing, Panel } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { ReasonDialog } from '../../rounds/BoardPage';
import type { CampaignTab } from './CampaignPage';
import { PaperButton } from './PaperButton';
import { useApplications, useNotices, useRefresh } from './queries';
import { Refused } from './Refused';

/** What is public, and putting up who isn't yet. */
export function PublicityTab(tab: CampaignTab) {
  const words = useWords();
  const role = useRole();
  const refresh = useRefresh();
  const { path, campaign } = tab;
  const [notices, applications] = [useNotices(path), useApplications(path)];
  const [isPuttingUp, setPuttingUp] = useState(false);
  const [cancelling, setCancelling] = useState<NoticeView>();
  const cancel = useMutation({
    mutationFn: async ({ notice, reason }: { notice: string; reason: string }) => {
      const at = { ...path, notice };
      const { tag } = await getTagged('GET /title-programmes/{programme}/campaigns/{campaign}/notices/{notice}', { path: at });
      return write('POST /title-programmes/{programme}/campaigns/{campaign}/notices/{notice}/cancel', { path: at, ifMatch: tag, body: { reason } });
    },
    onSettled: refresh,
  });
  const canManage = may.manageRounds(role);
  const waiting = applications.data?.filter((a) => a.state === 'shortlisted').length ?? 0;
  const putUp = canManage && campaign.body.state === 'decided' && waiting > 0 && <Button type="primary" onClick={() => setPuttingUp(true)}>{words.titlesDistrict.putUp}</Button>;
  return (
    <Loaded of={[notices, applications]}>
      {() => (
        <>
          <Refused error={cancel.error} />
          {waiting > 0 && <Alert type="info" showIcon style={{ marginBottom: 12 }} title={words.titlesDistrict.waiting(waiting)} action={putUp} />}
          {notices.data!.length === 0 && <Nothing title={words.titlesDistrict.noNotice} hint={words.titlesDistrict.noNoticeHint} />}
          {notices.data!.map((n) => <Notice key={n.id} notice={n} address={`/title-programmes/${encodeURIComponent(path.programme)}/campaigns/${encodeURIComponent(path.campaign)}/notices/${n.id}/document.docx`} onCancel={canManage && !n.cancelledFor && campaign.body.state === 'decided' ? () => setCancelling(n) : undefined} />)}
          {isPuttingUp && <NoticeDialog {...tab} onClose={() => setPuttingUp(false)} />}
          <ReasonDialog
            open={cancelling !== undefined} title={words.titlesDistrict.cancelNotice} label={words.titlesDistrict.whyStep(words.titlesDistrict.cancelNotice)} onCancel={() => setCancelling(undefined)}
            onConfirm={(reason) => {
              cancel.mutate({ notice: cancelling!.id, reason });
              setCancelling(undefined);
            }}
          />
        </>
      )}
    </Loaded>
  );
}

function Notice({ notice, address, onCancel }: { notice: NoticeView; address: string; onCancel?: () => void }) {
  const words = useWords();
  const today = dayjs(serverNow()).format('YYYY-MM-DD');
  const [text, color] = notice.cancelledFor ? [words.titlesDistrict.cancelled, 'default'] : today < notice.startOn ? [words.titlesDistrict.comes, 'default'] : today > notice.endOn ? [words.titlesDistrict.over, 'success'] : [words.titlesDistrict.running, 'processing'];
  return (
    <Panel flush>
      <div style={{ margin: '12px 16px 0' }}>
        <h2 style={{ fontSize: 15, margin: 0 }}>{notice.title} <Tag color={color}>{text}</Tag></h2>
        <Space wrap size={[12, 4]} style={{ marginTop: 8 }}>
          <a href={`/public/notices/${notice.id}`} target="_blank" rel="noreferrer">{words.titlesDistrict.publicPage}</a>
          {!notice.cancelledFor && <PaperButton size="small" address={address}>{words.titlesDistrict.word}</PaperButton>}
          {onCancel && <Button size="small" danger onClick={onCancel}>{words.titlesDistrict.cancelNotice}</Button>}
        </Space>
      </div>
      <p style={{ margin: '12px 16px' }}>
        {words.titlesDistrict.from} <span className="numeric">{day(notice.startOn)}</span> {words.titlesDistrict.to} <span className="numeric">{day(notice.endOn)}</span> · {notice.tierName}
        {notice.cancelledFor && <> · {words.titlesDistrict.cancelled}：{notice.cancelledFor}</>}
      </p>
      <Table<NoticedUnit>
        size="small" rowKey="application" dataSource={notice.units} pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={[{ title: words.titlesDistrict.unit, render: (_, u) => (u.unit === u.school ? u.unit : `${u.school} ${u.unit}`) }, { title: words.titlesDistrict.why2, dataIndex: 'reason' }]}
      />
    </Panel>
  );
}

function NoticeDialog({ path, campaign, definition, onClose }: CampaignTab & { onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ startOn: Dayjs; title?: string }>();
  const save = useMutation({
    mutationFn: (fields: { startOn: Dayjs; title?: string }) => write('POST /title-programmes/{programme}/campaigns/{campaign}/notices', {
      path, ifMatch: campaign.tag, body: { startOn: fields.startOn.format('YYYY-MM-DD'), title: fields.title?.trim() || null },
    }),
    onSuccess: ({ body }) => {
      message.success(words.titlesDistrict.noticed(day(body.endOn)), 8);
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
    },
    onSettled: refresh,
  });
  return (
    <Modal open title={words.titlesDistrict.putUp} onCancel={onClose} okText={words.titlesDistrict.putUp} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Refused error={save.error} besideFields={['startOn', 'title']} />
      <Form form={form} layout="vertical" initialValues={{ startOn: dayjs(serverNow()) }} onFinish={(fields) => save.mutate(fields)}>
        <Form.Item name="startOn" label={words.titlesDistrict.startOn} extra={words.titlesDistrict.startHint(definition.publicityDays)} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="title" label={words.titlesDistrict.noticeTitle} extra={words.titlesDistrict.noticeTitleHint}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
