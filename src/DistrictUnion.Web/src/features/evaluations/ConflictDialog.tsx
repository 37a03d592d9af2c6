import { useQuery } from '@tanstack/react-query';
import { Modal, Radio, Table } from 'antd';
import { useState } from 'react';
import { Loading } from '../../shared/Loading';
import { getTagged } from '../../api/client';
import type { EvaluationView } from '../../api/schema';
import type { Stored } from '../../shared/useAutosave';
import { useWords } from '../../shared/words';
import { valueWords, type FactDefinition, type Leaf } from '../schemes/definition';
import { bringTogether, conflictsOf, type Difference, type EvaluationDraft } from './merge';

/** Two people on one form: both values of each answer that both changed, and the choice. What only one of them changed is kept without asking. */
export function ConflictDialog({ path, base, mine, leaves, facts, onResolve, contentOf }: {
  path: { round: string; school: string };
  base: EvaluationDraft;
  mine: EvaluationDraft;
  leaves: Leaf[];
  facts: Map<string, FactDefinition>;
  onResolve: (next: EvaluationDraft, latest: Stored<EvaluationDraft>) => void;
  contentOf: (view: EvaluationView) => EvaluationDraft;
}) {
  const words = useWords();
  const [theirsChosen, setTheirsChosen] = useState<string[]>([]);
  const latest = useQuery({
    queryKey: ['evaluation-latest', path.round, path.school], gcTime: 0, staleTime: 0,
    queryFn: ({ signal }) => getTagged('GET /rounds/{round}/schools/{school}/self-evaluation', { path, signal }),
  });
  const theirs = latest.data && contentOf(latest.data.body);
  const keyOf = (d: Difference) => `${d.kind}/${d.code}`;
  const nameOf = (d: Difference) => (d.kind === 'facts' || d.kind === 'notes' ? facts.get(d.code)?.name : leaves.find((l) => l.node.code === d.code)?.node.name) ?? d.code;
  return (
    <Modal
      open title={words.errors.stale} cancelButtonProps={{ style: { display: 'none' } }} closable={false} okText={words.common.confirm} okButtonProps={{ disabled: !theirs }} width={640}
      onOk={() => onResolve(bringTogether(base, mine, theirs!, (d) => !theirsChosen.includes(keyOf(d))), { value: theirs!, tag: latest.data!.tag })}
    >
      {theirs ? (
        <Table<Difference>
          size="small" pagination={false} rowKey={keyOf} dataSource={conflictsOf(base, mine, theirs)} scroll={{ x: 520 }}
          columns={[
            { title: words.evaluation.section, render: (_, d) => nameOf(d) },
            { title: words.evaluation.mine, render: (_, d) => valueWords(d.mine, words) },
            { title: words.evaluation.theirs, render: (_, d) => valueWords(d.theirs, words) },
            {
              title: <span className="visually-hidden">{words.rounds.actions}</span>,
              render: (_, d) => (
                <Radio.Group
                  size="small" optionType="button" value={theirsChosen.includes(keyOf(d)) ? 'theirs' : 'mine'}
                  options={[{ value: 'mine', label: words.evaluation.keepMine }, { value: 'theirs', label: words.evaluation.takeTheirs }]}
                  onChange={(e) => setTheirsChosen((chosen) => (e.target.value === 'theirs' ? [...chosen, keyOf(d)] : chosen.filter((k) => k !== keyOf(d))))}
                />
              ),
            },
          ]}
        />
      ) : <Loading />}
    </Modal>
  );
}
