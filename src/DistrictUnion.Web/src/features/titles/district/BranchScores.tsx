import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { write, type Tagged } from '../../../api/client';
import type { ApplicationState, ApplicationView } from '../../../api/schema';
import { points } from '../../../shared/format';
import { Loaded } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { useWords } from '../../../shared/words';
import { leavesOf, type Leaf } from '../../schemes/definition';
import { useRoundScheme } from '../../schemes/queries';
import { useRefresh } from './queries';
import { Refused } from './Refused';

interface Given {
  score?: number | null;
  reason?: string;
}

const scored: ApplicationState[] = ['districtAccepted', 'documentReviewed', 'onSiteInspected', 'surveyed'];

/** Points of a branch by leaf of the round's scheme; what isn't written stays. */
export function BranchScores({ application, programme, round }: { application: Tagged<ApplicationView>; programme: string; round: string }) {
  const words = useWords();
  const role = useRole();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const scheme = useRoundScheme(round);
  const [given, setGiven] = useState<Record<string, Given>>({});
  const [isShort, setShort] = useState(false);
  const { code, state, scores } = application.body;
  const canScore = may.manageRounds(role) && scored.includes(state);
  const save = useMutation({
    mutationFn: (all: { node: string; score: number; reason: string }[]) => write('POST /title-programmes/{programme}/applications/{application}/scores', {
      path: { programme, application: code }, ifMatch: application.tag, body: { scores: all },
    }),
    onSuccess: () => {
      message.success(words.titlesDistrict.scoresSaved);
      setGiven({});
    },
    onSettled: refresh,
  });
  const submit = () => {
    const touched = Object.entries(given).filter(([, g]) => g.score != null || g.reason);
    const isWhole = touched.length > 0 && touched.every(([, g]) => g.score != null && g.reason?.trim());
    setShort(!isWhole);
    if (isWhole) save.mutate(touched.map(([node, g]) => ({ node, score: g.score!, reason: g.reason!.trim() })));
  };
  const set = (node: string, change: Given) => setGiven((was) => ({ ...was, [node]: { ...was[node], ...change } }));
  return (
    <Loaded of={[scheme]}>
      {() => (
        <>
          {canScore && <p style={{ marginTop: 0 }}><small>{words.titlesDistrict.scoresHint}</small></p>}
          <Refused error={save.error} />
          {isShort && <Alert type="error" showIcon title={words.titlesDistrict.nothingScored} style={{ marginBottom: 12 }} />}
          <Table<Leaf>
            size="small" rowKey={(l) => l.node.code} dataSource={leavesOf(scheme.data!.definition)} pagination={{ pageSize: 10, hideOnSinglePage: true }}
            columns={[
              { title: words.titlesDistrict.leaf, render: (_, l) => <>{l.node.code} {l.node.name}<br /><small>{words.titlesDistrict.nodeMax} {points(l.node.max)}</small></> },
              {
                title: words.titlesDistrict.points, width: 100, className: 'numeric',
                render: (_, l) => (canScore
                  ? <InputNumber aria-label={`${l.node.name} ${words.titlesDistrict.points}`} min={0} max={l.node.max} precision={2} placeholder={points(scores?.[l.node.code])} value={given[l.node.code]?.score} onChange={(score) => set(l.node.code, { score })} style={{ width: '100%' }} />
                  : points(scores?.[l.node.code])),
              },
              ...(canScore ? [{
                title: words.titlesDistrict.why,
                render: (_: unknown, l: Leaf) => <Input aria-label={`${l.node.name} ${words.titlesDistrict.why}`} maxLength={500} value={given[l.node.code]?.reason ?? ''} onChange={(e) => set(l.node.code, { reason: e.target.value })} />,
              }] : []),
            ]}
          />
          {canScore && <Button type="primary" style={{ marginTop: 12 }} loading={save.isPending} onClick={submit}>{words.titlesDistrict.saveScores}</Button>}
        </>
      )}
    </Loaded>
  );
}
