import { Button, List, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';
import { PlanDialog } from './PlanDialog';
import { stateColor, useVisits } from './queries';

/** The on-site inspections of a round. */
export default function VisitsPage() {
  const words = useWords();
  const role = useRole();
  const { round = '' } = useParams();
  const visits = useVisits(round);
  const [planning, setPlanning] = useState(false);
  const canPlan = may.review(role);
  return (
    <Page title={words.visits.title} tools={canPlan && <Button type="primary" onClick={() => setPlanning(true)}>{words.visits.plan}</Button>}>
      <Loaded of={[visits]}>
        {() => visits.data!.length === 0 ? <Nothing title={words.visits.none} hint={canPlan ? words.visits.noneHint : words.visits.noneSchool} /> : (
          <Panel>
            <List
              dataSource={visits.data} rowKey="id"
              renderItem={(v) => (
                <List.Item extra={<Tag color={stateColor[v.state]}>{words.visits.state[v.state]}</Tag>}>
                  <div>
                    <Link to={`/rounds/${round}/schools/${v.school}/visits/${v.id}`} style={{ display: 'inline-block', paddingBlock: 6, fontWeight: 600 }}>{v.schoolName}</Link>
                    <div>{words.visits.on} {day(v.plannedOn)} · {words.visits.inspectors} {v.inspectors.join('、')}</div>
                  </div>
                </List.Item>
              )}
            />
          </Panel>
        )}
      </Loaded>
      {planning && <PlanDialog round={round} onClose={() => setPlanning(false)} />}
    </Page>
  );
}
