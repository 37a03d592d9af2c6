import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, InputNumber, Space, Tag } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { getTagged, write } from '../../api/client';
import { Problem } from '../../api/problem';
import type { NodeView, ReviewLevel } from '../../api/schema';
import { FactInput } from '../../shared/FactInput';
import { points } from '../../shared/format';
import { Loaded, Panel } from '../../shared/Page';
import { useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { Explanation } from '../results/Explanation';
import { useScorecard } from '../results/queries';
import { leavesOf } from '../schemes/definition';
import { FileList } from '../evidence/FileList';
import { Recusals } from './Recusals';
import { ReturnDialog } from './ReturnDialog';
import { useRoundScheme } from '../schemes/queries';

interface Edit {
  score: number | null;
  reason: string;
}

/** One school's leaves: own, zone, district and final score beside each other; the keyboard alone is enough. */
export function SchoolReview({ round, school, isRoundOpen, onNext }: { round: string; school: string; isRoundOpen: boolean; onNext: () => void }) {
  const words = useWords();
  const role = useRole();
  const level: ReviewLevel = role === 'zoneLead' ? 'zone' : 'district';
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [selected, setSelected] = useState<string>();
  const [edits, setEdits] = useState<Record<string, Edit>>({});
  const [facts, setFacts] = useState<Record<string, unknown>>({});
  const [returning, setReturning] = useState(false);
  const list = useRef<HTMLTableSectionElement>(null);
  const [card, scheme] = [useScorecard(round, school), useRoundScheme(round)];
  const reviews = useQuery({
    queryKey: ['reviews', round, school],
    queryFn: ({ signal }) => getTagged('GET /rounds/{round}/schools/{school}/review', { path: { round, school }, signal }),
  });
  const isOpen = isRoundOpen && !reviews.data?.body.barred;
  const leaves = useMemo(() => (scheme.data ? leavesOf(scheme.data.definition).map((l) => l.node) : []), [scheme.data]);
  const nodes = useMemo(() => new Map((card.data?.nodes ?? []).map((n) => [n.code, n])), [card.data]);
  const scoreOf = (which: ReviewLevel, code: string) => reviews.data?.body[which]?.scores.find((s) => s.node === code);
  const filesOf = (code: string) => reviews.data?.body.evidence.filter((f) => f.nodes.includes(code)) ?? [];
  const changed = Object.keys(edits).length + Object.keys(facts).length;
  const current = selected ?? leaves[0]?.code;

  const save = useMutation({
    mutationFn: () => {
      const unexplained = Object.entries(edits).find(([, e]) => e.score !== null && e.reason.trim() === '');
      if (unexplained) throw new Error(`${unexplained[0]}：${words.review.needReason}`);
      return write('POST /rounds/{round}/schools/{school}/review', {
        path: { round, school }, ifMatch: reviews.data!.tag,
        body: { level, scores: Object.entries(edits).filter(([, e]) => e.score !== null).map(([node, e]) => ({ node, score: e.score!, reason: e.reason.trim() })), facts: Object.keys(facts).length > 0 ? facts : undefined },
      });
    },
    onSuccess: async () => {
      setEdits({});
      setFacts({});
      message.success(words.review.saved);
      await Promise.all(['scorecard', 'reviews', 'completeness'].map((key) => queries.invalidateQueries({ queryKey: [key, round] })));
    },
    onError: (error) => {
      message.error(error instanceof Problem && error.isStale ? words.errors.stale : [error.message, ...(error instanceof Problem ? Object.values(error.fields).flat() : [])].join('；'));
      if (error instanceof Problem && error.isStale) void reviews.refetch();
    },
  });
  const giveBack = useMutation({
    mutationFn: ({ reason, leaves: wanted }: { reason: string; leaves?: Record<string, string> }) => write('POST /rounds/{round}/schools/{school}/self-evaluation/return', { path: { round, school }, ifMatch: reviews.data!.tag, body: { reason, leaves: wanted } }),
    onSuccess: async () => {
      message.success(words.rounds.returnDone(1));
      await queries.invalidateQueries({ queryKey: ['completeness', round] });
      onNext();
    },
    onError: (error) => message.error(error.message),
  });

  const move = useCallback((by: number) => {
    const at = leaves.findIndex((l) => l.code === current);
    const next = leaves[Math.min(leaves.length - 1, Math.max(0, at + by))]?.code;
    setSelected(next);
    list.current?.querySelector<HTMLElement>(`[data-leaf="${CSS.escape(next ?? '')}"]`)?.focus();
  }, [leaves, current]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.key === 's') {
        event.preventDefault();
        if (isOpen) save.mutate();
      } else if (event.ctrlKey && event.key === 'ArrowRight') {
        event.preventDefault();
        onNext();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [save, onNext, isOpen]);

  return (
    <Loaded of={[card, scheme, reviews]}>
      {() => {
        const leaf = leaves.find((l) => l.code === current);
        const node = current ? nodes.get(current) : undefined;
        const districtFacts = scheme.data!.definition.facts.filter((f) => f.level === 'district');
        return (
          <div className="grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))' }}>
            <Panel flush title={`${words.results.total} ${points(card.data!.total)}`} extra={<small>{words.review.keys}</small>}>
              <table style={{ width: '100%', borderCollapse: 'collapse', fontSize: 14 }}>
                <thead>
                  <tr style={{ textAlign: 'right' }}>
                    <th scope="col" style={{ textAlign: 'left', padding: 8 }}>{words.results.node}</th>
                    <th scope="col">{words.results.max}</th><th scope="col">{words.review.self}</th><th scope="col">{words.review.zone}</th><th scope="col">{words.review.district}</th><th scope="col" style={{ paddingRight: 8 }}>{words.review.final}</th>
                  </tr>
                </thead>
                <tbody
                  ref={list}
                  onKeyDown={(e) => {
                    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
                      e.preventDefault();
                      move(e.key === 'ArrowDown' ? 1 : -1);
                    } else if (e.key === 'Enter') {
                      e.preventDefault();
                      document.getElementById('review-score')?.focus();
                    }
                  }}
                >
                  {leaves.map((l) => {
                    const n = nodes.get(l.code);
                    return (
                      <tr
                        key={l.code} data-leaf={l.code} className="review-row" aria-selected={l.code === current} tabIndex={l.code === current ? 0 : -1} onClick={() => setSelected(l.code)} onFocus={() => setSelected(l.code)}
                        style={{ textAlign: 'right', borderTop: '1px solid rgba(128,140,150,.2)' }}
                      >
                        <td style={{ textAlign: 'left', padding: 8 }}>{l.code} {l.name} {edits[l.code] && <Tag color="warning">{points(edits[l.code]!.score)}</Tag>}{l.evidence === 'required' && filesOf(l.code).length === 0 && <Tag color="warning">{words.evidence.missing}</Tag>}{filesOf(l.code).some((f) => f.alsoAt.length + f.similarAt.length > 0) && <Tag color="warning">!</Tag>}{reviews.data!.body.changed?.includes(l.code) && <Tag color="processing">{words.review.changedSince}</Tag>}{n?.flags.includes('clamped') && <Tag color="warning">{words.flags.clamped}</Tag>}{n?.flags.includes('missing') && <Tag>{words.evaluation.missing}</Tag>}</td>
                        <td className="numeric">{points(l.max)}</td>
                        <td className="numeric">{points(n?.selfScore)}</td>
                        <td className="numeric">{points(scoreOf('zone', l.code)?.score)}</td>
                        <td className="numeric">{points(scoreOf('district', l.code)?.score)}</td>
                        <td className="numeric" style={{ paddingRight: 8 }}><b>{points(n?.finalScore)}</b></td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </Panel>
            <div style={{ minWidth: 0 }}>
              <Space wrap align="start">
                <Recusals round={round} school={school} recusals={reviews.data!.body.recusals} barred={reviews.data!.body.barred} isOpen={isRoundOpen} />
                <Link to={`/rounds/${round}/schools/${school}/papers/review-sheet`}><Button size="small">{words.papers.button}</Button></Link>
                {scheme.data!.definition.facts.some((f) => f.type === 'ballots') && <Link to={`/rounds/${round}/schools/${school}/votes`}><Button size="small">{words.vote.title}</Button></Link>}
              </Space>
              {leaf && (
                <Panel title={`${leaf.code} ${leaf.name}`} extra={`${words.results.max} ${points(leaf.max)}`}>
                  {isOpen && (
                    <Space orientation="vertical" style={{ width: '100%', marginBottom: 12 }}>
                      <label htmlFor="review-score">{words.review.score}（{level === 'zone' ? words.review.zone : words.review.district}）</label>
                      <InputNumber
                        id="review-score" min={0} max={leaf.max} step={0.5} style={{ width: 160 }} value={edits[leaf.code]?.score ?? scoreOf(level, leaf.code)?.score ?? null}
                        onChange={(score) => setEdits((e) => ({ ...e, [leaf.code]: { score, reason: e[leaf.code]?.reason ?? scoreOf(level, leaf.code)?.reason ?? '' } }))}
                        onPressEnter={() => document.getElementById('review-reason')?.focus()}
                      />
                      <label htmlFor="review-reason">{words.review.reason}</label>
                      <Input
                        id="review-reason" maxLength={500} placeholder={words.common.reasonHint} value={edits[leaf.code]?.reason ?? scoreOf(level, leaf.code)?.reason ?? ''}
                        onChange={(ev) => setEdits((e) => ({ ...e, [leaf.code]: { score: e[leaf.code]?.score ?? scoreOf(level, leaf.code)?.score ?? null, reason: ev.target.value } }))}
                        onPressEnter={() => move(1)}
                      />
                    </Space>
                  )}
                  {isOpen && node?.flags.includes('clamped') && (
                    <Alert
                      type="warning" showIcon title={words.review.clamped(points(leaf.max))} style={{ marginBottom: 12 }}
                      action={<Button size="small" onClick={() => setEdits((e) => ({ ...e, [leaf.code]: { score: leaf.max, reason: words.review.clampedReason } }))}>{words.review.confirmMax(points(leaf.max))}</Button>}
                    />
                  )}
                  {leaf.evidence && leaf.evidence !== 'none' && filesOf(leaf.code).length === 0 && <Alert type={leaf.evidence === 'required' ? 'warning' : 'info'} showIcon title={words.evidence.none} style={{ marginBottom: 12 }} />}
                  {reviews.data!.body.comments[leaf.code] && <p style={{ whiteSpace: 'pre-wrap' }}><b>{words.evaluation.comment}：</b>{reviews.data!.body.comments[leaf.code]}</p>}
                  <FileList round={round} school={school} files={filesOf(leaf.code)} changes={reviews.data!.body.changedEvidence} />
                  {node && <Explanation node={node as NodeView} />}
                </Panel>
              )}
              {isOpen && level === 'district' && districtFacts.length > 0 && (
                <Panel title={words.review.districtFacts}>
                  <div className="leaf-fields" style={{ marginTop: 0 }}>
                    {districtFacts.map((f) => (
                      <div key={f.code}>
                        <label htmlFor={`fact-${f.code}`}>{f.name}</label>
                        <FactInput id={`fact-${f.code}`} fact={f} value={facts[f.code]} onChange={(value) => setFacts((all) => (value === undefined ? Object.fromEntries(Object.entries(all).filter(([k]) => k !== f.code)) : { ...all, [f.code]: value }))} />
                      </div>
                    ))}
                  </div>
                </Panel>
              )}
              {isOpen && (
                <div className="sticky-bar">
                <Space wrap>
                  <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>{words.review.save}</Button>
                  <Button danger onClick={() => setReturning(true)}>{words.review.returnOne}</Button>
                  {changed > 0 && <Alert type="warning" showIcon title={words.review.changed(changed)} />}
                </Space>
                </div>
              )}
            </div>
            {returning && <ReturnDialog leaves={leaves} first={current} isPending={giveBack.isPending} onCancel={() => setReturning(false)} onConfirm={(reason, wanted) => giveBack.mutate({ reason, leaves: wanted }, { onSettled: () => setReturning(false) })} />}
          </div>
        );
      }}
    </Loaded>
  );
}
