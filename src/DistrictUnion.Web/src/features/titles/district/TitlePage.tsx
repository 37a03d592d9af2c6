import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Descriptions, Form, Input, InputNumber, Modal, Select, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useParams } from 'react-router';
import { serverNow, write, type Tagged } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { HeldTitleState, ProgrammeDefinition, TitleView } from '../../../api/schema';
import { Loaded, Page, Panel } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { day, moment } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { PaperButton } from './PaperButton';
import { useProgramme, useRefresh, useTitle } from './queries';
import { Refused } from './Refused';
import { SuccessorDialog } from './SuccessorDialog';
import { consequence } from './reinspection';
import { Trail } from './Trail';
import { titleColor } from './words';

const date = 'YYYY-MM-DD';

/** One title with its history; re-inspections are recorded and titles taken down here. */
export default function TitlePage() {
  const words = useWords();
  const role = useRole();
  const { title: number = '' } = useParams();
  const title = useTitle(number);
  const programme = useProgramme(title.data?.body.programme);
  const [open, setOpen] = useState<'reinspect' | 'end' | 'passOn'>();
  const t = title.data?.body;
  const isHeld = t?.state === 'valid' || t?.state === 'rectifying';
  const hasLapsed = t?.trail.at(-1)?.step === 'unitEnded';
  const tools = (isHeld || hasLapsed) && programme.data && (
    <>
      <PaperButton address={`/titles/${encodeURIComponent(number)}/certificate.docx`}>{words.titlesDistrict.certificateWord}</PaperButton>
      {isHeld && may.manageRounds(role) && <Button type="primary" onClick={() => setOpen('reinspect')}>{words.titlesDistrict.reinspect}</Button>}
      {may.decideTitles(role) && <Button onClick={() => setOpen('passOn')}>{words.titlesDistrict.passOn}</Button>}
      {isHeld && may.decideTitles(role) && <Button danger onClick={() => setOpen('end')}>{words.titlesDistrict.takeDown}</Button>}
    </>
  );
  return (
    <Page title={t ? `${t.unitName} · ${t.title}` : words.titlesDistrict.title} tools={tools}>
      <Loaded of={[title, programme]}>
        {() => (
          <>
            <Panel>
              <Descriptions
                column={{ xs: 1, md: 2 }} size="small"
                items={[
                  { key: 'state', label: words.titlesDistrict.state, children: <Tag color={titleColor[t!.state]}>{words.titlesDistrict.titleState[t!.state]}</Tag> },
                  { key: 'number', label: words.titlesDistrict.certificate, children: <span className="numeric">{t!.number}</span> },
                  { key: 'school', label: words.results.school, children: t!.schoolName },
                  { key: 'programme', label: words.titlesDistrict.programme, children: programme.data!.body.definition.name },
                  { key: 'since', label: words.titlesDistrict.since, children: <span className="numeric">{day(t!.awardedOn)}</span> },
                  ...(t!.nominatedAt ? [{ key: 'nominated', label: words.titlesDistrict.nomination.nominatedAt, children: <span className="numeric">{moment(t!.nominatedAt)}</span> }] : []),
                  ...([['dueOn', t!.endedOn ? null : t!.dueOn], ['rectifyBy', isHeld ? t!.rectifyBy : null], ['endsOn', t!.endsOn], ['ended', t!.endedOn]] as const)
                    .filter(([, value]) => value).map(([key, value]) => ({ key, label: words.titlesDistrict[key], children: <span className="numeric">{day(value)}</span> })),
                ]}
              />
            </Panel>
            <Panel title={words.titlesDistrict.history}><Trail entries={t!.trail} states={words.titlesDistrict.titleState} /></Panel>
            {open === 'reinspect' && <ReinspectDialog title={title.data!} definition={programme.data!.body.definition} onClose={() => setOpen(undefined)} />}
            {open === 'passOn' && <SuccessorDialog title={title.data!} isOfBranch={programme.data!.body.definition.subject === 'branch'} onClose={() => setOpen(undefined)} />}
            {open === 'end' && <EndDialog title={title.data!} definition={programme.data!.body.definition} onClose={() => setOpen(undefined)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface DialogProps {
  title: Tagged<TitleView>;
  definition: ProgrammeDefinition;
  onClose: () => void;
}

function ReinspectDialog({ title, definition, onClose }: DialogProps) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ points: number; on: Dayjs }>();
  const [points, on] = [Form.useWatch('points', form), Form.useWatch('on', form)];
  const rule = definition.reinspection;
  const save = useMutation({
    mutationFn: (fields: { points: number; on: Dayjs }) => write('POST /titles/{title}/reinspect', { path: { title: title.body.number }, ifMatch: title.tag, body: { points: fields.points, on: fields.on.format(date) } }),
    onSuccess: () => {
      message.success(words.titlesDistrict.reinspected);
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
    },
    onSettled: refresh,
  });
  return (
    <Modal open title={words.titlesDistrict.reinspect} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} okButtonProps={{ disabled: !rule }} onOk={() => form.submit()}>
      <Refused error={save.error} besideFields={['points', 'on']} />
      {!rule && <Alert type="info" showIcon title={words.titlesDistrict.noRule} />}
      <Form form={form} layout="vertical" initialValues={{ on: dayjs(serverNow()) }} onFinish={(fields) => save.mutate(fields)} disabled={!rule}>
        <Form.Item name="points" label={words.titlesDistrict.result} rules={[{ required: true }]}><InputNumber min={0} max={1000} precision={2} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="on" label={words.titlesDistrict.inspectedOn} rules={[{ required: true }]}><DatePicker maxDate={dayjs(serverNow())} style={{ width: '100%' }} /></Form.Item>
      </Form>
      {rule && points != null && on && <Alert type="info" showIcon title={consequence(points, on.format(date), title.body, rule, definition.tiers, words)} />}
    </Modal>
  );
}

interface Ending {
  how: HeldTitleState;
  on: Dayjs;
  reason: string;
}

function EndDialog({ title, definition, onClose }: DialogProps) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<Ending>();
  const how = Form.useWatch('how', form);
  const events = definition.reinspection?.endingEvents ?? [];
  const isOver = title.body.endsOn != null && title.body.endsOn <= dayjs(serverNow()).format(date);
  const ways = (['endedByOrder', 'endedByEvent', 'endedByTerm'] as const).filter((way) => (way === 'endedByEvent' ? events.length > 0 : way === 'endedByTerm' ? isOver : true));
  const save = useMutation({
    mutationFn: (fields: Ending) => write('POST /titles/{title}/end', { path: { title: title.body.number }, ifMatch: title.tag, body: { how: fields.how, on: fields.on.format(date), reason: fields.reason } }),
    onSuccess: () => {
      message.success(words.titlesDistrict.takenDown);
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
    },
    onSettled: refresh,
  });
  return (
    <Modal open title={`${words.titlesDistrict.takeDown} · ${title.body.unitName}`} onCancel={onClose} okText={words.titlesDistrict.takeDown} okButtonProps={{ danger: true }} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Refused error={save.error} besideFields={['how', 'on', 'reason']} />
      <Form form={form} layout="vertical" initialValues={{ how: 'endedByOrder', on: dayjs(serverNow()) }} onFinish={(fields) => save.mutate(fields)} onValuesChange={(changed: Partial<Ending>) => changed.how && form.resetFields(['reason'])}>
        <Form.Item name="how" label={words.titlesDistrict.how} rules={[{ required: true }]}><Select options={ways.map((value) => ({ value, label: words.titlesDistrict.howWord[value] }))} /></Form.Item>
        <Form.Item name="on" label={words.titlesDistrict.lastDay} rules={[{ required: true }]}><DatePicker maxDate={dayjs(serverNow())} style={{ width: '100%' }} /></Form.Item>
        {how === 'endedByEvent'
          ? <Form.Item name="reason" label={words.titlesDistrict.event} rules={[{ required: true }]}><Select options={events.map((value) => ({ value, label: value }))} /></Form.Item>
          : <Form.Item name="reason" label={words.titlesDistrict.why} rules={[{ required: true, whitespace: true }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>}
      </Form>
    </Modal>
  );
}
