import { CheckCircleOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, DatePicker, Form, Input, InputNumber, Modal, Select, Space, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { addressOf, serverNow, uploadForm, write } from '../../api/client';
import type { CongressFileKind, CongressView, ProposalView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel, Stat } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { PlanDialog } from './PlanDialog';
import { ProposalDialog } from './ProposalDialog';
import { ProposalDrawer } from './ProposalDrawer';
import { ProposalList } from './ProposalList';
import { fileKinds, useCongress, useProposals, useStep } from './queries';
import { StateTag } from './StateTag';

/** One congress: who came, what was decided, what was proposed, and the papers of it. */
export default function CongressPage() {
  const { congress = '' } = useParams();
  const words = useWords();
  const found = useCongress(congress);
  const proposals = useProposals(congress);
  return <Loaded of={[found, proposals]}>{() => <><Link to="/congresses">{words.congresses.back}</Link><Content congress={found.data!.body} tag={found.data!.tag} proposals={proposals.data!} /></>}</Loaded>;
}

function Content({ congress: c, tag, proposals }: { congress: CongressView; tag: string; proposals: ProposalView[] }) {
  const words = useWords();
  const role = useRole();
  const [changing, setChanging] = useState(false);
  const [writing, setWriting] = useState(false);
  const [open, setOpen] = useState<ProposalView>();
  const [asking, setAsking] = useState<'unhold' | 'cancel' | 'reopen'>();
  const step = useStep();
  const path = { congress: c.code };
  const writes = may.writeCongresses(role);
  const decides = may.decideCongresses(role);
  const can = (name: string) => c.allowed.includes(name) && (['confirm', 'reopen'].includes(name) ? decides : writes);
  const attended = c.present !== null && c.present !== undefined;
  return (
    <Page
      title={<>{words.congresses.name(c.kind, c.term, c.session)} <StateTag state={c.state} /></>}
      tools={
        <>
          {can('change') && <Button onClick={() => setChanging(true)}>{words.congresses.change}</Button>}
          {can('cancel') && <Button onClick={() => setAsking('cancel')}>{words.congresses.cancel}</Button>}
          {can('unhold') && <Button onClick={() => setAsking('unhold')}>{words.congresses.unhold}</Button>}
          {can('reopen') && <Button onClick={() => setAsking('reopen')}>{words.congresses.reopen}</Button>}
          {can('restore') && <Button onClick={() => step.mutate(() => write('POST /congresses/{congress}/restore', { path, ifMatch: tag }))}>{words.congresses.restore}</Button>}
          {can('confirm') && <Button type="primary" icon={<CheckCircleOutlined />} onClick={() => step.mutate(() => write('POST /congresses/{congress}/confirm', { path, ifMatch: tag }))}>{words.congresses.confirm}</Button>}
        </>
      }
    >
      {c.state === 'inquorate' && <Alert type="error" showIcon title={words.congresses.inquorate(c.present ?? 0, c.delegates, c.needed)} style={{ marginBottom: 16 }} />}
      {c.state === 'planned' && <Alert type="info" showIcon title={words.congresses.collecting(c.proposalsUntil, c.terms.coSigners)} style={{ marginBottom: 16 }} />}
      <Panel title={words.congresses.attendance}>
        <Space wrap size={24}>
          <Stat label={c.heldOn ? words.congresses.heldDay : words.congresses.day}>{c.heldOn ?? c.plannedOn}</Stat>
          <Stat label={words.congresses.delegates}>{c.delegates}</Stat>
          {attended ? <Stat label={words.congresses.present}>{c.present}</Stat> : <Stat label={words.congresses.needed}>{c.needed}</Stat>}
        </Space>
        {c.agenda && <p style={{ whiteSpace: 'pre-line' }}>{c.agenda}</p>}
        {can('hold') && <Attendance congress={c} tag={tag} />}
      </Panel>
      {(c.state === 'held' || c.state === 'confirmed') && <Resolutions congress={c} tag={tag} writes={can('resolve')} />}
      <Panel title={words.congresses.proposals(proposals.length)} extra={c.state === 'planned' && <Button icon={<PlusOutlined />} onClick={() => setWriting(true)}>{words.congresses.write}</Button>}>
        {proposals.length === 0 ? <Nothing title={words.congresses.noProposals} hint={c.state === 'planned' ? words.congresses.noProposalsHint(c.terms.coSigners, c.proposalsUntil) : undefined} /> : <ProposalList proposals={proposals} onOpen={setOpen} />}
      </Panel>
      <Files congress={c} writes={writes && c.state !== 'confirmed' && c.state !== 'cancelled'} />
      {changing && <PlanDialog congress={c} tag={tag} onClose={() => setChanging(false)} />}
      {writing && <ProposalDialog onClose={() => setWriting(false)} />}
      {open && <ProposalDrawer id={open.id} onClose={() => setOpen(undefined)} />}
      {asking && <ReasonDialog congress={c.code} tag={tag} step={asking} onClose={() => setAsking(undefined)} />}
    </Page>
  );
}

function Attendance({ congress: c, tag }: { congress: CongressView; tag: string }) {
  const words = useWords();
  const step = useStep();
  const today = dayjs(serverNow());
  return (
    <Form
      layout="vertical" requiredMark={false} style={{ marginTop: 16, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))', gap: 12, alignItems: 'end' }} initialValues={{ heldOn: today, delegates: c.delegates }}
      onFinish={(f: { heldOn: Dayjs; delegates: number; present: number }) => step.mutate(() => write('POST /congresses/{congress}/hold', { path: { congress: c.code }, ifMatch: tag, body: { ...f, heldOn: f.heldOn.format('YYYY-MM-DD') } }))}
    >
      <Form.Item name="heldOn" label={words.congresses.heldDay}><DatePicker inputReadOnly style={{ width: '100%' }} disabledDate={(d) => d.isAfter(today, 'day')} /></Form.Item>
      <Form.Item name="delegates" label={words.congresses.delegates} rules={[{ required: true, message: words.congresses.needPeople }]}><InputNumber min={1} max={100000} precision={0} inputMode="numeric" style={{ width: '100%' }} /></Form.Item>
      <Form.Item name="present" label={words.congresses.present} rules={[{ required: true, message: words.congresses.needPeople }]}><InputNumber min={0} max={100000} precision={0} inputMode="numeric" style={{ width: '100%' }} /></Form.Item>
      <Form.Item><Button type="primary" htmlType="submit" loading={step.isPending} block>{words.congresses.hold}</Button></Form.Item>
    </Form>
  );
}

function Resolutions({ congress: c, tag, writes }: { congress: CongressView; tag: string; writes: boolean }) {
  const words = useWords();
  const step = useStep();
  const save = (resolutions: { subject: string; for: number; against: number; abstained: number; isSecret: boolean }[]) =>
    step.mutate(() => write('POST /congresses/{congress}/resolve', { path: { congress: c.code }, ifMatch: tag, body: { resolutions } }));
  const known = c.resolutions.map(({ subject, for: yes, against, abstained, isSecret }) => ({ subject, for: yes, against, abstained, isSecret }));
  const number = <InputNumber min={0} max={c.present ?? 0} precision={0} inputMode="numeric" style={{ width: '100%' }} />;
  const need = [{ required: true, message: words.congresses.needPeople }];
  return (
    <Panel title={words.congresses.resolutions}>
      {c.resolutions.length === 0 && <p>{words.congresses.noResolutions}</p>}
      <ul className="activities">
        {c.resolutions.map((r, i) => (
          <li key={i} className="activity">
            <h3>{r.subject} <Tag color={r.passed ? 'success' : 'error'}>{r.passed ? words.congresses.passed : words.congresses.failed}</Tag>{r.isSecret && <Tag>{words.congresses.secret}</Tag>}</h3>
            <Space wrap>{words.congresses.votes(r.for, r.against, r.abstained)}{writes && <Button size="small" onClick={() => save(known.filter((_, at) => at !== i))} aria-label={`${words.congresses.removeResolution} ${r.subject}`}>{words.congresses.removeResolution}</Button>}</Space>
          </li>
        ))}
      </ul>
      {writes && (
        <Form
          key={c.resolutions.length} layout="vertical" requiredMark={false} style={{ marginTop: 16 }} initialValues={{ against: 0, abstained: 0, isSecret: true }}
          onFinish={(f: (typeof known)[number]) => save([...known, f])}
        >
          <Form.Item name="subject" label={words.congresses.subject} rules={[{ required: true, whitespace: true, message: words.congresses.needText }]}><Input maxLength={500} /></Form.Item>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 12 }}>
            <Form.Item name="for" label={words.congresses.for} rules={need}>{number}</Form.Item>
            <Form.Item name="against" label={words.congresses.against} rules={need}>{number}</Form.Item>
            <Form.Item name="abstained" label={words.congresses.abstained} rules={need}>{number}</Form.Item>
          </div>
          <Space wrap><Form.Item name="isSecret" valuePropName="checked" noStyle><Checkbox>{words.congresses.secret}</Checkbox></Form.Item><Button htmlType="submit" loading={step.isPending}>{words.congresses.addResolution}</Button></Space>
          <p>{words.congresses.majority(c.terms.majority)}</p>
        </Form>
      )}
    </Panel>
  );
}

function Files({ congress: c, writes }: { congress: CongressView; writes: boolean }) {
  const words = useWords();
  const step = useStep();
  const [kind, setKind] = useState<CongressFileKind>('roll');
  const input = useRef<HTMLInputElement>(null);
  const send = (file: File) => step.mutate(() => {
    const data = new FormData();
    data.append('file', file, file.name);
    return uploadForm(`/congresses/${encodeURIComponent(c.code)}/files?kind=${kind}`, data);
  });
  return (
    <Panel title={words.congresses.files}>
      {c.files.length === 0 && <p>{words.congresses.noFiles}</p>}
      <ul className="activities">
        {c.files.map((f) => (
          <li key={f.id}>
            <Space wrap>
              <Tag>{words.congresses.fileKind[f.kind]}</Tag>
              <a href={addressOf('GET /congresses/{congress}/files/{file}', { congress: c.code, file: f.id })}>{f.name}</a>
              {writes && <Button size="small" aria-label={`${words.congresses.removeFile} ${f.name}`} onClick={() => step.mutate(() => write('DELETE /congresses/{congress}/files/{file}', { path: { congress: c.code, file: f.id } }))}>{words.congresses.removeFile}</Button>}
            </Space>
          </li>
        ))}
      </ul>
      {writes && (
        <Space wrap style={{ marginTop: 12 }}>
          <Select aria-label={words.congresses.fileKindLabel} value={kind} onChange={setKind} style={{ width: 160 }} options={fileKinds.map((k) => ({ value: k, label: words.congresses.fileKind[k] }))} />
          <input
            ref={input} type="file" hidden aria-label={words.congresses.addFile}
            onChange={(e) => {
              if (e.target.files?.[0]) send(e.target.files[0]);
              e.target.value = '';
            }}
          />
          <Button icon={<UploadOutlined />} loading={step.isPending} onClick={() => input.current?.click()}>{words.congresses.addFile}</Button>
        </Space>
      )}
    </Panel>
  );
}

function ReasonDialog({ congress, tag, step, onClose }: { congress: string; tag: string; step: 'unhold' | 'cancel' | 'reopen'; onClose: () => void }) {
  const words = useWords();
  const [reason, setReason] = useState('');
  const send = useStep(onClose);
  return (
    <Modal
      open title={words.congresses[step]} onCancel={onClose} okText={words.congresses[step]} okButtonProps={{ danger: true, disabled: !reason.trim() }} confirmLoading={send.isPending}
      onOk={() => send.mutate(() => write(`POST /congresses/{congress}/${step}`, { path: { congress }, ifMatch: tag, body: { reason: reason.trim() } }))}
    >
      <p>{words.congresses.reasonHint[step]}</p>
      <label htmlFor="c-reason">{words.common.reason}</label>
      <Input.TextArea id="c-reason" rows={2} maxLength={1000} value={reason} onChange={(e) => setReason(e.target.value)} />
    </Modal>
  );
}
