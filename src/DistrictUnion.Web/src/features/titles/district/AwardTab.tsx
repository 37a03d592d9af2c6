import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, Input, Modal, Space, Table, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { serverNow, write } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { TitleView } from '../../../api/schema';
import { Loaded, Nothing, Panel } from '../../../shared/Page';
import { may, useRole, useSession } from '../../../shared/session';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import type { CampaignTab } from './CampaignPage';
import { NominationPanel } from './NominationPanel';
import { PaperButton } from './PaperButton';
import { useApplications, useRefresh, useTitles } from './queries';
import { Refused } from './Refused';
import { titleColor } from './words';

/** Confers titles, and shows those of this campaign with their certificates. */
export function AwardTab(tab: CampaignTab) {
  const words = useWords();
  const role = useRole();
  const { user } = useSession();
  const { path, campaign } = tab;
  const applications = useApplications(path);
  const titles = useTitles({ programme: path.programme, pageSize: 200 });
  const [isAwarding, setAwarding] = useState(false);
  const awarded = new Set(applications.data?.filter((a) => a.state === 'awarded').map((a) => a.unit));
  const rows = titles.data?.items.filter((t) => t.tier === campaign.body.tier && awarded.has(t.unit)) ?? [];
  const isSame = campaign.body.decision?.recordedBy === user?.userName;
  const address = `/title-programmes/${encodeURIComponent(path.programme)}/campaigns/${encodeURIComponent(path.campaign)}`;
  const isDecided = campaign.body.state === 'decided';
  const hint = !isDecided ? words.titlesDistrict.notDecided : !may.decideTitles(role) ? words.titlesDistrict.onlyApprover : isSame ? words.titlesDistrict.samePerson : words.titlesDistrict.awardHint;
  return (
    <Loaded of={[applications, titles]}>
      {() => (
        <>
          {campaign.body.state !== 'ended' && (
            <Alert
              type={isDecided && isSame ? 'warning' : 'info'} showIcon style={{ marginBottom: 12 }} title={hint}
              action={isDecided && may.decideTitles(role) && !isSame && <Button type="primary" onClick={() => setAwarding(true)}>{words.titlesDistrict.award}</Button>}
            />
          )}
          {rows.length === 0 ? <Nothing title={words.titlesDistrict.noTitles} /> : (
            <Panel
              flush title={words.titlesDistrict.units(rows.length)}
              extra={may.seeDistrict(role) && (
                <Space wrap>
                  <PaperButton size="small" address={`${address}/award-circular.docx`}>{words.titlesDistrict.circular}</PaperButton>
                  <PaperButton size="small" address={`${address}/certificates.docx`}>{words.titlesDistrict.certificates}</PaperButton>
                </Space>
              )}
            >
              <Table<TitleView>
                rowKey="number" dataSource={rows} pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: 620 }}
                columns={[
                  { title: words.titlesDistrict.unit, dataIndex: 'unitName' },
                  { title: words.titlesDistrict.title, dataIndex: 'title' },
                  { title: words.titlesDistrict.certificate, render: (_, t) => <Link to={`/titles/${t.number}`} className="numeric">{t.number}</Link> },
                  { title: words.titlesDistrict.since, width: 120, className: 'numeric', render: (_, t) => day(t.awardedOn) },
                  { title: words.titlesDistrict.state, width: 100, render: (_, t) => <Tag color={titleColor[t.state]}>{words.titlesDistrict.titleState[t.state]}</Tag> },
                ]}
              />
            </Panel>
          )}
          {may.manageRounds(role) && <NominationPanel {...tab} applications={applications.data!} />}
          {isAwarding && <AwardDialog {...tab} onClose={() => setAwarding(false)} />}
        </>
      )}
    </Loaded>
  );
}

function AwardDialog({ path, campaign, onClose }: CampaignTab & { onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ on: Dayjs; document: string }>();
  const save = useMutation({
    mutationFn: (fields: { on: Dayjs; document: string }) => write('POST /title-programmes/{programme}/campaigns/{campaign}/award', { path, ifMatch: campaign.tag, body: { on: fields.on.format('YYYY-MM-DD'), document: fields.document } }),
    onSuccess: ({ body }) => {
      message.success(words.titlesDistrict.awarded(body.titles.length));
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
    },
    onSettled: refresh,
  });
  return (
    <Modal open title={words.titlesDistrict.award} onCancel={onClose} okText={words.titlesDistrict.award} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Refused error={save.error} besideFields={['on', 'document']} />
      <Form form={form} layout="vertical" initialValues={{ on: dayjs(serverNow()) }} onFinish={(fields) => save.mutate(fields)}>
        <Form.Item name="on" label={words.titlesDistrict.awardOn} extra={words.titlesDistrict.awardDays} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="document" label={words.titlesDistrict.document} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
      </Form>
    </Modal>
  );
}
