import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Space, Switch, Tag } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, getTagged, write, serverNow, type Tagged } from '../../api/client';
import { Problem } from '../../api/problem';
import type { EvaluationView, RoundView } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Page, Panel, Stat } from '../../shared/Page';
import { SaveBadge } from '../../shared/SaveBadge';
import { may, useRole, useSession } from '../../shared/session';
import { deadline, moment } from '../../shared/time';
import { useAutosave } from '../../shared/useAutosave';
import { useWords } from '../../shared/words';
import { LeafEvidence } from '../evidence/LeafEvidence';
import { useEvidence } from '../evidence/queries';
import { leavesOf, type SchemeDefinition } from '../schemes/definition';
import { useRoundScheme } from '../schemes/queries';
import { ConflictDialog } from './ConflictDialog';
import { FormTools } from './FormDialog';
import { Gaps } from './Gaps';
import { gapsOf } from './gapsOf';
import { InheritButton } from './InheritDialog';
import { LeafFields } from './LeafFields';
import { OtherData } from './OtherData';
import { changesOf, mergedOf, type EvaluationDraft } from './merge';
import { inheritedPaths, markOf, unconfirmedOf } from './origins';

/** Absent before anything was typed. */
const useEvaluation = (round: string, school: string) => useQuery({
  queryKey: ['evaluation', round, school],
  gcTime: 0,
  staleTime: 0,
  queryFn: async ({ signal }): Promise<Tagged<EvaluationView> | null> => {
    try {
      return await getTagged('GET /rounds/{round}/schools/{school}/self-evaluation', { path: { round, school }, signal });
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  },
});

/** A school's self-evaluation: every leaf with its data, saved as it is typed. */
export default function EvaluationPage() {
  const { round = '', school = '' } = useParams();
  const [scheme, evaluation] = [useRoundScheme(round), useEvaluation(round, school)];
  const [imports, setImports] = useState(0);
  return (
    <Loaded of={[scheme, evaluation]}>
      {() => (
        <EvaluationForm
          key={`${evaluation.data?.body.state} ${imports}`} round={scheme.data!.round} deadlines={scheme.data!} school={school} definition={scheme.data!.definition} stored={evaluation.data ?? null}
          onChanged={() => void evaluation.refetch()}
          onImported={async () => {
            await evaluation.refetch();
            setImports((n) => n + 1);
          }}
        />
      )}
    </Loaded>
  );
}

const contentOf = (view: EvaluationView | undefined): EvaluationDraft => ({
  facts: view?.facts ?? {}, claims: view?.claims ?? {}, notApplicable: view?.notApplicable ?? [], comments: view?.comments ?? {}, notes: view?.notes ?? {},
  confirmed: Object.entries(view?.origins ?? {}).filter(([, o]) => o.mark === 'confirmed').map(([path]) => path),
});

/** How often a form that lies open looks for what colleagues saved. */
const lookEvery = 15_000;

function EvaluationForm({ round, deadlines, school, definition, stored, onChanged, onImported }: {
  round: RoundView;
  deadlines: { dueAt: string; locksAt?: string | null };
  school: string;
  definition: SchemeDefinition;
  stored: Tagged<EvaluationView> | null;
  onChanged: () => void;
  /** Begins again with what is stored. */
  onImported: () => Promise<void>;
}) {
  const words = useWords();
  const role = useRole();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [missingOnly, setMissingOnly] = useState(false);
  const [submitting, setSubmitting] = useState(false);
  const path = { round: round.code, school };
  const view = stored?.body;
  const { dueAt, locksAt } = view ?? deadlines;
  const due = deadline(serverNow(), dueAt, locksAt, words, definition.late);
  const isDraft = !view || view.state === 'draft';
  const canWrite = round.state === 'open' && isDraft && may.writeEvaluation(role) && due.state !== 'locked';
  const previewKey = ['evaluation-preview', round.code, school];
  const preview = useQuery({
    queryKey: previewKey, enabled: may.writeEvaluation(role), placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get('GET /rounds/{round}/schools/{school}/self-evaluation/preview', { path, signal }),
  });
  const { user } = useSession();
  const origins = view?.origins ?? {};
  const draft = useAutosave<EvaluationDraft>({
    initial: contentOf(view),
    tag: stored?.tag ?? '',
    keepAs: canWrite ? `${user?.userName}/${round.code}/${school}` : undefined,
    save: async (value, tag, base) => {
      const body = { changes: changesOf(base, value), confirm: value.confirmed.filter((p) => !base.confirmed.includes(p)) };
      const saved = await write('PATCH /rounds/{round}/schools/{school}/self-evaluation', { path, ifMatch: tag || undefined, onlyNew: !tag, body });
      void queries.invalidateQueries({ queryKey: previewKey });
      return saved.tag;
    },
    latest: async () => {
      const { body, tag } = await getTagged('GET /rounds/{round}/schools/{school}/self-evaluation', { path });
      return { value: contentOf(body), tag };
    },
    merge: mergedOf,
    onMerged: () => {
      message.info(words.inherit.merged);
      void queries.invalidateQueries({ queryKey: previewKey });
    },
  });
  const { refresh } = draft;
  useEffect(() => {
    if (!canWrite || !stored) return undefined;
    const look = () => { if (document.visibilityState === 'visible') void refresh().catch(() => undefined); };
    const timer = setInterval(look, lookEvery);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [canWrite, stored, refresh]);
  const step = useMutation({
    mutationFn: async (name: 'submit' | 'withdraw') => {
      if (name === 'submit' && !(await draft.flush())) throw draft.problem ?? new Error(words.evaluation.unsaved);
      const { tag } = await getTagged('GET /rounds/{round}/schools/{school}/self-evaluation', { path });
      return write(`POST /rounds/{round}/schools/{school}/self-evaluation/${name}`, { path, ifMatch: tag });
    },
    onSuccess: (_, name) => {
      setSubmitting(false);
      message.success(name === 'submit' ? words.evaluation.handedIn : words.evaluation.withdrawn);
      void queries.invalidateQueries({ queryKey: ['work'] });
      onChanged();
    },
    onError: (error) => {
      setSubmitting(false);
      const fields = error instanceof Problem ? Object.values(error.fields).flat() : [];
      modal.error({ title: error.message, content: fields.length > 0 && <ul>{fields.map((f) => <li key={f}>{f}</li>)}</ul> });
    },
  });

  const evidence = useEvidence(round.code, school);
  const leaves = useMemo(() => leavesOf(definition), [definition]);
  const facts = useMemo(() => new Map(definition.facts.map((f) => [f.code, f])), [definition]);
  const nodes = useMemo(() => new Map((preview.data?.nodes ?? []).map((n) => [n.code, n])), [preview.data]);
  const missing = new Set(preview.data?.missing ?? []);
  const unconfirmed = new Set(unconfirmedOf(origins, draft.value));
  const marksOf = (paths: string[]) => paths.filter((p) => origins[p]).map((p) => ({ path: p, origin: origins[p]!, mark: markOf(origins, draft.value, p)! }));
  const traces = useMemo(() => new Map((preview.data?.nodes ?? []).flatMap((n) => n.explanation?.facts ?? []).map((t) => [t.code, t])), [preview.data]);
  const waits = (leaf: (typeof leaves)[number]) => missing.has(leaf.node.code) || inheritedPaths(leaf, facts, origins).some((p) => unconfirmed.has(p));
  const unproven = leaves.filter((l) => l.node.evidence === 'required' && !evidence.data?.some((f) => f.nodes.includes(l.node.code)));
  const fieldErrors = draft.problem?.fields ?? {};
  return (
    <Page
      title={`${round.name} · ${words.evaluation.title}`}
      tools={(
        <>
          <Tag color={view?.flags.includes('returned') ? 'error' : isDraft ? 'default' : 'success'}>{view?.flags.includes('returned') ? words.evaluation.returned : words.evaluationState[view?.state ?? 'draft']}</Tag>
          {canWrite && <SaveBadge state={draft.state} />}
          {canWrite && <InheritButton round={round.code} school={school} flush={draft.flush} onInherited={onImported} />}
          {canWrite && (
            <FormTools
              round={round.code} school={school} flush={draft.flush}
              onImported={async () => {
                await queries.invalidateQueries({ queryKey: previewKey });
                await onImported();
              }}
            />
          )}
          {!isDraft && <Link to={`/rounds/${round.code}/schools/${school}/papers/self-evaluation`}><Button>{words.papers.button}</Button></Link>}
          {round.state === 'published' && <Link to={`/rounds/${round.code}/schools/${school}/scorecard`}><Button>{words.evaluation.card}</Button></Link>}
        </>
      )}
    >
      <Space orientation="vertical" size={10} style={{ width: '100%', marginBottom: 16 }}>
        {round.state === 'open' && isDraft && <Alert type={due.state === 'onTime' ? 'info' : due.state === 'late' ? 'warning' : 'error'} showIcon title={due.text} description={due.left} />}
        {view?.returnReason && <Alert type="error" showIcon title={`${words.evaluation.returned}：${view.returnReason}`} />}
        {view?.onBehalfReason && <Alert type="info" showIcon title={`${words.evaluation.onBehalf}：${view.onBehalfReason}`} />}
        {!isDraft && view?.receivedAt && <Alert type="success" showIcon title={`${words.evaluation.received}：${moment(view.receivedAt)}${view.daysLate ? `，${words.evaluation.lateDays(view.daysLate)}` : ''}`} />}
        {draft.state === 'refused' && <Alert type="error" showIcon title={draft.problem?.message} description={<ul>{Object.values(fieldErrors).flat().map((e) => <li key={e}>{e}</li>)}</ul>} />}
      </Space>
      {canWrite && preview.data && <Gaps gaps={gapsOf(leaves, facts, nodes, missing, evidence.data ?? [])} />}
      {definition.sections.map((section) => {
        const own = leaves.filter((l) => l.section === section.code && (!missingOnly || waits(l)));
        if (own.length === 0) return null;
        return (
          <Panel key={section.code} title={`${section.code} ${section.name}`} extra={<span className="numeric">{points(nodes.get(section.code)?.selfScore)} / {points(section.max)} {words.common.points}</span>}>
            {own.map((leaf) => (
              <LeafFields
                key={leaf.node.code} leaf={leaf} wanted={view?.returnReasons[leaf.node.code]} evidence={<LeafEvidence round={round.code} school={school} leaf={leaf} leaves={leaves} files={evidence.data ?? []} disabled={!canWrite} />} facts={facts} node={nodes.get(leaf.node.code)} content={draft.value} disabled={!canWrite} isMissing={missing.has(leaf.node.code)} errors={fieldErrors}
                marks={marksOf(inheritedPaths(leaf, facts, origins))} onChange={draft.change}
              />
            ))}
          </Panel>
        );
      })}
      <OtherData definition={definition} traces={traces} content={draft.value} disabled={!canWrite} errors={fieldErrors} marksOf={marksOf} onChange={draft.change} />
      {canWrite && (
        <div className="sticky-bar">
          <Space wrap>
            <span>{words.evaluation.total}：<b className="numeric">{points(preview.data?.selfTotal)}</b></span>
            <span>{missing.size > 0 ? words.evaluation.missingList(missing.size) : words.evaluation.missingNone}</span>
            {unconfirmed.size > 0 && <Tag color="warning">{words.inherit.waiting(unconfirmed.size)}</Tag>}
            <label><Switch size="small" checked={missingOnly} onChange={setMissingOnly} aria-label={words.evaluation.expandMissing} /> {words.evaluation.expandMissing}</label>
          </Space>
          {may.submitEvaluation(role) && <Button type="primary" onClick={() => setSubmitting(true)}>{words.evaluation.submit}</Button>}
        </div>
      )}
      {view?.state === 'submitted' && round.state === 'open' && may.submitEvaluation(role) && (
        <div className="sticky-bar"><span>{words.evaluation.submitHint}</span><Button danger loading={step.isPending} onClick={() => step.mutate('withdraw')}>{words.evaluation.withdraw}</Button></div>
      )}
      <Modal open={submitting} title={words.evaluation.submitTitle} onCancel={() => setSubmitting(false)} okText={words.evaluation.submit} cancelText={words.common.cancel} confirmLoading={step.isPending} okButtonProps={{ disabled: unconfirmed.size > 0 }} onOk={() => step.mutate('submit')}>
        <div className="stats">
          <Stat label={words.evaluation.total}>{points(preview.data?.selfTotal)}</Stat>
          <Stat label={words.evaluation.missing}>{missing.size}</Stat>
        </div>
        {unconfirmed.size > 0 && <Alert type="error" showIcon style={{ marginTop: 12 }} title={words.inherit.waiting(unconfirmed.size)} />}
        {unproven.length > 0 && <Alert type="warning" showIcon style={{ marginTop: 12 }} title={`${words.evidence.missing}：${unproven.map((l) => `${l.node.code} ${l.node.name}`).join('、')}`} />}
        {missing.size > 0 && <ul>{leaves.filter((l) => missing.has(l.node.code)).map((l) => <li key={l.node.code}>{l.node.code} {l.node.name}</li>)}</ul>}
        <Alert type={due.state === 'onTime' ? 'info' : 'warning'} showIcon title={due.text} description={words.evaluation.submitHint} style={{ marginTop: 12 }} />
      </Modal>
      {draft.state === 'conflict' && <ConflictDialog path={path} base={draft.base} mine={draft.value} leaves={leaves} facts={facts} onResolve={draft.resolve} contentOf={contentOf} />}
    </Page>
  );
}
