import { Button, Progress, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PanelState, PanelSummary } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { PanelDialog } from './PanelDialog';
import { usePanels } from './queries';

export const stateColor: Record<PanelState, string> = { planned: 'default', assigned: 'warning', scoring: 'processing', closed: 'success' };

/** The panels of a round. */
export default function PanelsPage() {
  const words = useWords();
  const role = useRole();
  const { round = '' } = useParams();
  const panels = usePanels(round);
  const [creating, setCreating] = useState(false);
  const create = may.manageRounds(role) && <Button type="primary" onClick={() => setCreating(true)}>{words.panels.create}</Button>;
  return (
    <Page title={words.panels.title} tools={create}>
      <Loaded of={[panels]}>
        {() => panels.data!.length === 0 ? <Nothing title={words.panels.none} hint={words.panels.noneHint} /> : (
          <Panel flush>
            <Table<PanelSummary>
              rowKey="code" dataSource={panels.data} pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: 480 }}
              columns={[
                { title: words.panels.name, render: (_, p) => <Link to={`/rounds/${round}/panels/${p.code}`}>{p.name}</Link> },
                { title: words.home.state, width: 110, render: (_, p) => <Tag color={stateColor[p.state]}>{words.panels.state[p.state]}</Tag> },
                { title: words.panels.progress, width: 220, render: (_, p) => (p.seats === 0 ? '—' : <Progress percent={Math.floor((100 * p.done) / p.seats)} format={() => `${p.done} / ${p.seats}`} aria-label={words.panels.progress} />) },
              ]}
            />
          </Panel>
        )}
      </Loaded>
      {creating && <PanelDialog round={round} onClose={() => setCreating(false)} />}
    </Page>
  );
}
