import { useMutation } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { write, type Tagged } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { CampaignView, SelectionView } from '../../../api/schema';
import { useWords } from '../../../shared/words';
import { useRefresh, type CampaignPath } from './queries';
import { Refused } from './Refused';

interface Fields {
  meeting: string;
  on: Dayjs;
  minutes: string;
  signatories: string[];
  departures?: { application?: string; reason?: string }[];
}

/** Records what the leadership decided; a departure turns what the rules say of a unit around, with its reason. */
export function DecisionDialog({ path, campaign, selection, onClose }: { path: CampaignPath; campaign: Tagged<CampaignView>; selection: SelectionView; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<Fields>();
  const ranked = selection.rows.filter((r) => r.verdict !== 'unranked');
  const departs = (application?: string) => ranked.find((r) => r.application === application)?.verdict !== 'selected';
  const taken = (Form.useWatch('departures', form) ?? []).map((d) => d?.application);
  const save = useMutation({
    mutationFn: (fields: Fields) => write('POST /title-programmes/{programme}/campaigns/{campaign}/decision', {
      path, ifMatch: campaign.tag,
      body: {
        meeting: fields.meeting, on: fields.on.format('YYYY-MM-DD'), minutes: fields.minutes, signatories: fields.signatories,
        departures: (fields.departures ?? []).map((d) => ({ application: d.application!, isChosen: departs(d.application), reason: d.reason! })),
      },
    }),
    onSuccess: () => {
      message.success(words.titlesDistrict.saved);
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error).map((f) => ({ ...f, name: f.name.at(-1) === 'isChosen' ? [...f.name.slice(0, -1), 'application'] : f.name })) as Parameters<typeof form.setFields>[0]);
    },
    onSettled: refresh,
  });
  return (
    <Modal open width={640} title={words.titlesDistrict.decide} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Refused error={save.error} besideFields={['meeting', 'on', 'minutes', 'signatories']} />
      <Form form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}>
        <Form.Item name="meeting" label={words.titlesDistrict.meeting} extra={words.titlesDistrict.meetingHint} rules={[{ required: true, whitespace: true }]}><Input maxLength={200} /></Form.Item>
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <Form.Item name="on" label={words.titlesDistrict.on} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} maxDate={dayjs()} /></Form.Item>
          <Form.Item name="minutes" label={words.titlesDistrict.minutes} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
        </div>
        <Form.Item name="signatories" label={words.titlesDistrict.signatories} extra={words.titlesDistrict.signatoriesHint} rules={[{ required: true }]}><Select mode="tags" open={false} suffixIcon={null} /></Form.Item>
        <Form.List name="departures">
          {(fields, { add, remove }) => (
            <fieldset style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
              <legend style={{ fontWeight: 600 }}>{words.titlesDistrict.departures}</legend>
              <p style={{ margin: '0 0 8px' }}><small>{words.titlesDistrict.departuresHint}</small></p>
              {fields.map(({ key, name }) => (
                <div key={key} className="leaf-fields" style={{ marginTop: 0, alignItems: 'end' }}>
                  <Form.Item name={[name, 'application']} label={words.titlesDistrict.unit} rules={[{ required: true }]}>
                    <Select
                      showSearch={{ optionFilterProp: 'label' }}
                      options={ranked.filter((r) => r.application === taken[name] || !taken.includes(r.application)).map((r) => ({ value: r.application, label: `${r.unitName}：${departs(r.application) ? words.titlesDistrict.choose : words.titlesDistrict.leave}` }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'reason']} label={words.titlesDistrict.why} rules={[{ required: true, whitespace: true }]}><Input maxLength={500} /></Form.Item>
                  <Form.Item><Button onClick={() => remove(name)}>{words.titlesDistrict.removed}</Button></Form.Item>
                </div>
              ))}
              <Button size="small" onClick={() => add({})}>+ {words.titlesDistrict.addDeparture}</Button>
            </fieldset>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
