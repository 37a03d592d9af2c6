import { Button, Grid, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LabRunView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { labPageSize, useLabRuns } from './queries';
import { changeText, sentencesOf } from './summary';

/** The trials of the district, the latest first. */
export default function LabPage() {
  const words = useWords();
  const w = words.lab;
  const [page, setPage] = useState(1);
  const isWide = Grid.useBreakpoint().md ?? true;
  const runs = useLabRuns(page);
  const create = may.manageRounds(useRole()) && <Link to="/lab/new"><Button type="primary">{w.create}</Button></Link>;
  return (
    <Page title={w.title} tools={create}>
      <Loaded of={[runs]}>
        {() => (runs.data!.total === 0 ? <Nothing title={w.none} hint={w.noneHint} action={create} /> : (
          <Panel flush>
            <Table<LabRunView>
              rowKey="id" size="middle" dataSource={runs.data!.items}
              pagination={{ current: page, pageSize: labPageSize, total: runs.data!.total, onChange: setPage, showSizeChanger: false, hideOnSinglePage: true }}
              columns={isWide ? [
                { title: w.name, width: 220, render: (_, r) => <Name run={r} /> },
                { title: w.changes, render: (_, r) => <Changes run={r} /> },
                { title: w.result, render: (_, r) => sentencesOf(r.summary, words).join('') },
                { title: w.at, width: 150, className: 'numeric', render: (_, r) => <>{moment(r.at)}<br /><small>{r.actorName ?? r.actor}</small></> },
              ] : [
                { title: w.name, render: (_, r) => <><Name run={r} /><br />{sentencesOf(r.summary, words).join('')}<br /><small><Changes run={r} /></small></> },
              ]}
            />
          </Panel>
        ))}
      </Loaded>
    </Page>
  );
}

/** What it is called, and of which round it is. */
const Name = ({ run }: { run: LabRunView }) => <><Link to={`/lab/${run.id}`}>{run.name}</Link><br /><small>{run.roundName}</small></>;

/** The first change, and how many there are. */
function Changes({ run }: { run: LabRunView }) {
  const words = useWords();
  if (run.changes.length === 0) return <>{words.lab.noChanges}</>;
  return <>{changeText(run.changes[0]!, words)}{run.changes.length > 1 && <><br /><small>{words.lab.more(run.changes.length)}</small></>}</>;
}
