import { useQuery } from '@tanstack/react-query';
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { Loading } from '../../shared/Loading';
import type { Stored } from '../../shared/useAutosave';
import { useWords } from '../../shared/words';
import { bringTogether, conflictsOf, draftOf, type VisitDraft } from './merge';
import { getVisit, type VisitPath } from './queries';

/** Two inspectors on one field: both values, and the choice. What only one of them wrote is kept without asking. */
export function VisitConflict({ path, base, mine, nameOf, onResolve }: {
  path: VisitPath;
  base: VisitDraft;
  mine: VisitDraft;
  nameOf: (field: string) => string;
  onResolve: (next: VisitDraft, latest: Stored<VisitDraft>) => void;
}) {
  const words = useWords();
  const [taken, setTaken] = useState<string[]>([]);
  const latest = useQuery({ queryKey: ['visit-latest', path.visit], gcTime: 0, staleTime: 0, queryFn: ({ signal }) => getVisit(path, signal) });
  const theirs = latest.data && draftOf(latest.data.body);
  const writerOf = (field: string) => latest.data?.body.answers.find((a) => a.path === field)?.actor;
  const shown = (value: unknown) => (typeof value === 'boolean' ? (value ? words.common.yes : words.common.no) : String(value ?? '—'));
  return (
    <Modal
      open closable={false} title={words.visits.conflict} cancelButtonProps={{ style: { display: 'none' } }} okText={words.common.confirm} okButtonProps={{ disabled: !theirs }}
      onOk={() => onResolve(bringTogether(base, mine, theirs!, taken), { value: theirs!, tag: latest.data!.tag })}
    >
      {theirs ? conflictsOf(base, mine, theirs).map((field) => (
        <div key={field} role="group" aria-label={nameOf(field)} style={{ marginBottom: 16 }}>
          <b>{nameOf(field)}</b>
          <Radio.Group
            value={taken.includes(field) ? 'theirs' : 'mine'} style={{ display: 'grid', gap: 8, marginTop: 4 }}
            onChange={(e) => setTaken((all) => (e.target.value === 'theirs' ? [...all, field] : all.filter((f) => f !== field)))}
            options={[
              { value: 'mine', label: `${words.visits.mine}：${shown(mine.values[field])}` },
              { value: 'theirs', label: `${writerOf(field) ?? words.visits.theirs}：${shown(theirs.values[field])}` },
            ]}
          />
        </div>
      )) : <Loading />}
    </Modal>
  );
}
