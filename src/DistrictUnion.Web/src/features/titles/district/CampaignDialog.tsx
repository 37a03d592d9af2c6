import { useMutation } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import { write, type Tagged } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { CampaignView, ProgrammeView } from '../../../api/schema';
import { useWords } from '../../../shared/words';
import { useRounds } from '../../rounds/queries';
import { useRefresh } from './queries';
import { Refused } from './Refused';
import { codePattern } from './words';

interface Fields {
  code: string;
  name: string;
  tier: string;
  round: string;
  dueAt: Dayjs;
}

/** Plans a campaign, or changes one that isn't open. */
export function CampaignDialog({ programme, campaign, onClose }: { programme: ProgrammeView; campaign?: Tagged<CampaignView>; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const rounds = useRounds();
  const [form] = Form.useForm<Fields>();
  const save = useMutation({
    mutationFn: (fields: Fields) => write('PUT /title-programmes/{programme}/campaigns/{campaign}', {
      path: { programme: programme.code, campaign: campaign?.body.code ?? fields.code }, ifMatch: campaign?.tag, onlyNew: !campaign,
      body: { name: fields.name, tier: fields.tier, round: fields.round, dueAt: fields.dueAt.format('YYYY-MM-DD') },
    }),
    onSuccess: async ({ body }) => {
      message.success(words.titlesDistrict.saved);
      onClose();
      await refresh();
      if (!campaign) navigate(`/title-programmes/${programme.code}/campaigns/${body.code}`);
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
    },
  });
  const tiers = programme.definition.tiers;
  return (
    <Modal open width={560} title={`${campaign ? words.titlesDistrict.editCampaign : words.titlesDistrict.newCampaign} · ${programme.definition.name}`} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Refused error={save.error} besideFields={['name', 'code', 'tier', 'round', 'dueAt']} />
      <Form
        form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}
        initialValues={campaign ? { ...campaign.body, dueAt: dayjs(campaign.body.dueAt.slice(0, 19)).subtract(1, 'second') } : { tier: tiers.length === 1 ? tiers[0]!.code : undefined }}
      >
        <Form.Item name="name" label={words.titlesDistrict.name} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
        {!campaign && <Form.Item name="code" label={words.titlesDistrict.code} extra={words.titlesDistrict.codeHint} rules={[{ required: true }, { pattern: codePattern, message: words.titlesDistrict.codeWrong }]}><Input autoComplete="off" /></Form.Item>}
        <Form.Item name="tier" label={words.titlesDistrict.tier} rules={[{ required: true }]}><Select options={tiers.map((t) => ({ value: t.code, label: t.name }))} /></Form.Item>
        <Form.Item name="round" label={words.titlesDistrict.round} extra={words.titlesDistrict.roundHint} rules={[{ required: true }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} loading={rounds.isPending} notFoundContent={words.titlesDistrict.publishedRounds} options={rounds.data?.map((r) => ({ value: r.code, label: r.name }))} />
        </Form.Item>
        <Form.Item name="dueAt" label={words.titlesDistrict.due} extra={words.titlesDistrict.dueHint} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
      </Form>
    </Modal>
  );
}
