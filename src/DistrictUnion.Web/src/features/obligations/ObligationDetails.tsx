import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Input, Timeline } from 'antd';
import { useState } from 'react';
import { write } from '../../api/client';
import { Problem } from '../../api/problem';
import type { ObligationView } from '../../api/schema';
import { Loaded } from '../../shared/Page';
import { useRole } from '../../shared/session';
import { day, moment } from '../../shared/time';
import { useLanguage, useWords } from '../../shared/words';
import { HandIn } from './HandIn';
import { ProofLink } from './ProofLink';
import { Reminded } from './Reminded';
import { obligationKey, useObligation, useRefresh } from './queries';
import { StateTag } from './states';

/** One obligation: where it comes from, by when, whose, how it was fulfilled, and what the reader may do. */
export function ObligationDetails({ obligation }: { obligation: string }) {
  const found = useObligation(obligation);
  return <Loaded of={[found]}>{() => <Details key={found.data!.tag} obligation={found.data!.body} tag={found.data!.tag} />}</Loaded>;
}

function Details({ obligation: o, tag }: { obligation: ObligationView; tag: string }) {
  const words = useWords();
  const { language } = useLanguage();
  const isOpen = o.state === 'overdue' || o.state === 'inProgress' || o.state === 'notStarted';
  const owner = o.owner.people.length > 0 ? o.owner.people.join('、')
    : words.obligations.ownerGone(words.roles[o.owner.role], o.owner.goes ? [words.roles[o.owner.goes], ...o.owner.standIns].join(' ') : '');
  return (
    <>
      <h3 style={{ marginTop: 0 }}>{language === 'en' ? o.englishName : o.name} <StateTag state={o.state} /></h3>
      {o.owner.people.length === 0 && <Alert type="warning" showIcon title={owner} style={{ marginBottom: 12 }} />}
      <Descriptions
        size="small" column={1} bordered styles={{ label: { width: 96 } }}
        items={[
          { key: 'due', label: words.obligations.due, children: o.dueOn ? <>{day(o.dueOn)}{o.dueOn !== o.basisOn && <small>{words.obligations.shifted(day(o.basisOn))}</small>}</> : words.obligations.noDueDayWhy },
          { key: 'unit', label: words.obligations.unit, children: o.level === 'district' ? words.obligations.district : o.unitName },
          { key: 'owner', label: words.obligations.owner, children: o.owner.people.length > 0 ? `${words.roles[o.owner.role]}：${owner}` : owner },
          ...(o.proof ? [{ key: 'proof', label: words.obligations.proof, children: <>{o.proof} <ProofLink obligation={o} /></> }] : []),
          ...(o.fulfilment ? [{ key: 'done', label: words.obligations.fulfilment, children: <>{day(o.fulfilment.on)} {o.fulfilment.by}{o.fulfilment.reference && <><br />{words.obligations.byEvidence}</>}{o.fulfilment.note && <><br />{o.fulfilment.note}</>}{o.fulfilment.files.map((f) => <div key={f.evidence}>{f.name}</div>)}</> }] : []),
          ...(o.waivedFor ? [{ key: 'waived', label: words.obligations.state.waived, children: o.waivedFor }] : []),
          { key: 'clause', label: words.obligations.clause, children: <>《{o.clause.document}》{o.clause.article}：{o.clause.text}{o.clause.url && <> <a href={o.clause.url} target="_blank" rel="noreferrer">{words.obligations.readClause}</a></>}</> },
        ]}
      />
      {isOpen && <HandIn obligation={o} tag={tag} />}
      <Steps obligation={o} tag={tag} />
      <Reminded obligation={o.code} />
      {o.trail.length > 0 && (
        <>
          <h4>{words.obligations.history}</h4>
          <Timeline items={o.trail.map((s) => ({ content: <><b>{words.obligations.step[s.step] ?? s.step}</b> {moment(s.at)} {s.actor}{s.note && <div>{s.note}</div>}</> }))} />
        </>
      )}
    </>
  );
}

/** Takes a fulfilment back, waives, demands again: each with its reason. */
function Steps({ obligation: o, tag }: { obligation: ObligationView; tag: string }) {
  const words = useWords();
  const role = useRole();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const isOpen = o.state === 'overdue' || o.state === 'inProgress' || o.state === 'notStarted';
  const mayWaive = role === 'districtAdmin' || role === 'districtOfficer' || (role === 'zoneLead' && (o.level === 'school' || o.level === 'branch'));
  const mayHandIn = mayWaive || role === 'schoolChair' || (role === 'branchLead' && o.level === 'branch');
  const step = o.waivedFor ? (mayWaive ? 'unwaive' as const : null) : o.fulfilment ? (mayHandIn && !o.fulfilment.reference ? 'reopen' as const : null) : isOpen && mayWaive ? 'waive' as const : null;
  const act = useMutation({
    mutationFn: (what: 'waive' | 'unwaive' | 'reopen') => write(`POST /obligations/{obligation}/${what}`, { path: { obligation: o.code }, ifMatch: tag, body: { reason: reason.trim() || null } }),
    onSuccess: (answer) => {
      queries.setQueryData([obligationKey, 'one', o.code], answer);
      return refresh();
    },
  });
  if (!step) return null;
  const said = act.error instanceof Problem ? (act.error.fields.reason?.[0] ?? act.error.message) : act.error?.message;
  return (
    <div style={{ marginTop: 16 }}>
      <label htmlFor="o-reason">{words.obligations.reasonOf[step]}</label>
      <Input.TextArea id="o-reason" rows={2} maxLength={1000} value={reason} onChange={(e) => setReason(e.target.value)} aria-describedby="o-reason-said" />
      <div id="o-reason-said" className="said">{said}</div>
      <Button danger={step === 'waive'} style={{ marginTop: 8 }} loading={act.isPending} onClick={() => act.mutate(step)}>{words.obligations.stepButton[step]}</Button>
    </div>
  );
}
