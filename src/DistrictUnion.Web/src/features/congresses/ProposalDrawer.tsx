import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Descriptions, Drawer, Form, Input, Radio, Select, Space, Steps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { getTagged, serverNow, write } from '../../api/client';
import type { ProposalDecision, ProposalRating, ProposalView } from '../../api/schema';
import { Loaded } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { ProposalDialog } from './ProposalDialog';
import { useProposals, useStep } from './queries';
import { ProposalTag } from './StateTag';

const order = ['submitted', 'accepted', 'assigned', 'replied', 'rated'] as const;
const undo = { withdraw: 'withdraw', unscreen: 'unscreen', unassign: 'unassign', retractReply: 'retract-reply', unrate: 'unrate', close: 'close' } as const;
type Undo = keyof typeof undo;

/** A proposal with the one next step, and how to take the last one back. */
export function ProposalDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords();
  const found = useQuery({ queryKey: ['proposals', 'one', id], queryFn: ({ signal }) => getTagged('GET /proposals/{proposal}', { path: { proposal: id }, signal }) });
  return (
    <Drawer open onClose={onClose} size={560} title={words.congresses.proposal}>
      <Loaded of={[found]}>{() => <Details proposal={found.data!.body} tag={found.data!.tag} onClose={onClose} />}</Loaded>
    </Drawer>
  );
}

function Details({ proposal: p, tag, onClose }: { proposal: ProposalView; tag: string; onClose: () => void }) {
  const words = useWords();
  const role = useRole();
  const [changing, setChanging] = useState(false);
  const step = useStep();
  const decides = may.decideCongresses(role);
  const writes = may.writeCongresses(role);
  const allowed = (name: string) => p.allowed.includes(name);
  const path = { proposal: p.id };
  const take = (name: (typeof undo)[Undo] | 'submit' | 'reopen') => step.mutate(() => write(`POST /proposals/{proposal}/${name}`, { path, ifMatch: tag }));
  const names = (signer: { name: string; branch?: string | null }) => signer.name;
  const undoes = (Object.keys(undo) as Undo[]).filter((name) => allowed(name) && (name === 'withdraw' || (['unassign', 'retractReply'].includes(name) ? writes : decides)));
  return (
    <>
      <h2 style={{ fontSize: 17, marginTop: 0 }}>{p.number ? `${words.congresses.number(p.number)} ` : ''}{p.title} <ProposalTag state={p.state} isReopened={p.isReopened} /></h2>
      {(order as readonly string[]).includes(p.state) && (
        <Steps size="small" orientation="vertical" current={order.indexOf(p.state as (typeof order)[number])} items={order.map((s) => ({ title: words.congresses.proposalState[s] }))} style={{ marginBottom: 16 }} />
      )}
      <Descriptions
        column={1} size="small" layout="vertical"
        items={[
          { key: 'g', label: words.congresses.grounds, children: p.grounds },
          { key: 's', label: words.congresses.suggestion, children: p.suggestion },
          { key: 'p', label: words.congresses.proposer, children: names(p.proposer) },
          { key: 'c', label: words.congresses.coSigners, children: p.coSigners.map(names).join('、') || '—' },
          ...(p.opinion || p.mergedNumber ? [{ key: 'o', label: words.congresses.opinion, children: <>{p.mergedNumber && words.congresses.mergedInto(p.mergedNumber)} {p.opinion}</> }] : []),
          ...(p.assignment ? [{ key: 'a', label: words.congresses.assigned, children: words.congresses.due([p.assignment.department, p.assignment.person].filter(Boolean).join(' '), p.assignment.dueOn) }] : []),
          ...p.replies.map((r, i) => ({ key: `r${i}`, label: words.congresses.replyOf(i + 1, r.on), children: <>{r.text}{r.rating && <div><b>{words.congresses.rating[r.rating]}</b> {r.remark}</div>}</> })),
        ]}
      />
      {decides && allowed('screen') && <Screening proposal={p} tag={tag} step={step} />}
      {writes && p.state === 'accepted' && <Assigning id={p.id} tag={tag} step={step} />}
      {writes && allowed('reply') && (
        <Act step={step} ok={words.congresses.reply} send={(f: { text: string }) => write('POST /proposals/{proposal}/reply', { path, ifMatch: tag, body: { text: f.text } })}>
          <Form.Item name="text" label={words.congresses.replyText} rules={[{ required: true, whitespace: true, message: words.congresses.needText }]}><Input.TextArea rows={4} maxLength={5000} /></Form.Item>
        </Act>
      )}
      {decides && allowed('rate') && (
        <Act step={step} ok={words.congresses.rate} send={(f: { rating: ProposalRating; remark?: string }) => write('POST /proposals/{proposal}/rate', { path, ifMatch: tag, body: { rating: f.rating, remark: f.remark?.trim() || null } })}>
          <Form.Item name="rating" label={words.congresses.rateLabel} rules={[{ required: true, message: words.congresses.needRating }]}><Radio.Group options={(['satisfied', 'mostly', 'dissatisfied'] as const).map((r) => ({ value: r, label: words.congresses.rating[r] }))} /></Form.Item>
          <Form.Item name="remark" label={words.congresses.remark}><Input maxLength={500} /></Form.Item>
        </Act>
      )}
      <Space wrap style={{ marginTop: 16 }}>
        {allowed('change') && <Button onClick={() => setChanging(true)}>{words.congresses.changeProposal}</Button>}
        {allowed('submit') && <Button type="primary" loading={step.isPending} onClick={() => take('submit')}>{words.congresses.submit}</Button>}
        {allowed('remove') && <Button danger onClick={() => step.mutate(() => write('DELETE /proposals/{proposal}', { path, ifMatch: tag }).then(onClose))}>{words.congresses.removeDraft}</Button>}
        {decides && allowed('reopen') && <Button type="primary" loading={step.isPending} onClick={() => take('reopen')}>{words.congresses.reopenProposal}</Button>}
        {undoes.map((name) => <Button key={name} loading={step.isPending} onClick={() => take(undo[name])}>{words.congresses.undo[name]}</Button>)}
      </Space>
      {changing && <ProposalDialog proposal={p} tag={tag} onClose={() => setChanging(false)} />}
    </>
  );
}

type Step = ReturnType<typeof useStep>;

function Act<F>({ step, ok, send, children, initial }: { step: Step; ok: string; send: (fields: F) => Promise<unknown>; children: ReactNode; initial?: Partial<F> }) {
  return (
    <Form layout="vertical" requiredMark={false} initialValues={initial as object} onFinish={(f: F) => step.mutate(() => send(f))} style={{ marginTop: 16 }}>
      {children}
      <Button type="primary" htmlType="submit" loading={step.isPending}>{ok}</Button>
    </Form>
  );
}

function Screening({ proposal: p, tag, step }: { proposal: ProposalView; tag: string; step: Step }) {
  const words = useWords();
  const others = useProposals(p.congress ?? undefined);
  const [decision, setDecision] = useState<ProposalDecision>('accepted');
  const targets = (others.data ?? []).filter((o) => o.id !== p.id && ['accepted', 'assigned', 'replied', 'rated'].includes(o.state));
  const explains = decision === 'notAccepted' || decision === 'suggestion';
  return (
    <Act
      step={step} ok={words.congresses.screen} initial={{ decision: 'accepted' }}
      send={(f: { decision: ProposalDecision; opinion?: string; into?: string }) => write('POST /proposals/{proposal}/screen', { path: { proposal: p.id }, ifMatch: tag, body: { decision: f.decision, opinion: f.opinion?.trim() || null, into: f.into ?? null } })}
    >
      <Form.Item name="decision" label={words.congresses.screenLabel}>
        <Radio.Group onChange={(e) => setDecision(e.target.value as ProposalDecision)} options={(['accepted', 'merged', 'notAccepted', 'suggestion'] as const).filter((d) => d !== 'merged' || targets.length > 0).map((d) => ({ value: d, label: words.congresses.proposalState[d] }))} />
      </Form.Item>
      {decision === 'merged' && <Form.Item name="into" label={words.congresses.into} rules={[{ required: true, message: words.congresses.needInto }]}><Select options={targets.map((t) => ({ value: t.id, label: `${t.number ? words.congresses.number(t.number) : ''} ${t.title}` }))} /></Form.Item>}
      <Form.Item name="opinion" label={words.congresses.opinion} rules={explains ? [{ required: true, whitespace: true, message: words.congresses.needOpinion }] : []}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
    </Act>
  );
}

function Assigning({ id, tag, step }: { id: string; tag: string; step: Step }) {
  const words = useWords();
  return (
    <Act
      step={step} ok={words.congresses.assign} initial={{ dueOn: dayjs(serverNow()).add(30, 'day') }}
      send={(f: { department: string; person?: string; dueOn: Dayjs }) => write('POST /proposals/{proposal}/assign', { path: { proposal: id }, ifMatch: tag, body: { department: f.department, person: f.person?.trim() || null, dueOn: f.dueOn.format('YYYY-MM-DD') } })}
    >
      <Form.Item name="department" label={words.congresses.department} rules={[{ required: true, whitespace: true, message: words.congresses.needText }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="person" label={words.congresses.person}><Input maxLength={100} /></Form.Item>
      <Form.Item name="dueOn" label={words.congresses.dueOn} rules={[{ required: true, message: words.congresses.needDay }]}><DatePicker inputReadOnly style={{ width: '100%' }} /></Form.Item>
    </Act>
  );
}
