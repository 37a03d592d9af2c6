import { useQuery } from '@tanstack/react-query';
import { Alert, Button, List, Space, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { get } from '../../api/client';
import type { OwnRoundWork } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole, useSession } from '../../shared/session';
import { deadline } from '../../shared/time';
import { useWords } from '../../shared/words';
import { OwnVisits } from '../visits/OwnVisits';

const stateColours = { onTime: 'success', late: 'warning', locked: 'error' } as const;

/** Rounds with what the own school or branch owes in each. */
export default function SchoolHome() {
  const words = useWords();
  const { user } = useSession();
  const work = useQuery({ queryKey: ['work'], queryFn: ({ signal }) => get('GET /me/work', { signal }) });
  return (
    <Page title={words.home.myWork}>
      <Loaded of={[work]}>
        {() => work.data!.rounds.length === 0
          ? <Nothing title={words.home.noWork} hint={words.home.noWorkHint} />
          : work.data!.rounds.map((round) => <RoundWork key={round.round} round={round} now={work.data!.now} branch={user?.activePost?.scope.branch ?? null} />)}
      </Loaded>
    </Page>
  );
}

function RoundWork({ round, now, branch }: { round: OwnRoundWork; now: string; branch: string | null }) {
  const words = useWords();
  const role = useRole();
  const due = deadline(now, round.dueAt, round.locksAt, words);
  const isOpen = round.state === 'open';
  const base = `/rounds/${round.round}/schools/${round.school}`;
  const evaluation = round.evaluation;
  const isHandedIn = !!evaluation?.state && evaluation.state !== 'draft';
  const owes = (evaluation !== null && evaluation !== undefined && !isHandedIn) || round.reports.some((r) => r.state !== 'submitted' && r.state !== 'accepted');
  return (
    <>
      <Panel title={round.name} extra={<Tag color={isOpen ? 'processing' : undefined}>{words.roundState[round.state]}</Tag>}>
        <Space orientation="vertical" size={12} style={{ width: '100%' }}>
          {isOpen && owes && <Alert type={stateColours[due.state]} showIcon title={due.text} description={due.left} />}
          {evaluation && (
            <div className="leaf-head">
              <span>
                <Typography.Text strong>{words.evaluation.title}</Typography.Text>{' '}
                <Tag color={evaluation.returned ? 'error' : evaluation.state && evaluation.state !== 'draft' ? 'success' : 'default'}>
                  {evaluation.returned ? words.home.returned : evaluation.state ? words.evaluationState[evaluation.state] : words.reportState.none}
                </Tag>
                {evaluation.returnReason && <Typography.Text type="danger">{evaluation.returnReason}</Typography.Text>}
              </span>
              <Space wrap>
                <Link to={`${base}/evaluation`}>
                  <Button type={isOpen && !isHandedIn ? 'primary' : 'default'}>{isOpen && !isHandedIn && may.writeEvaluation(role) ? words.home.fill : words.home.view}</Button>
                </Link>
                {round.state !== 'planned' && <Link to={`${base}/votes`}><Button>{words.vote.title}</Button></Link>}
                {round.state === 'published' && <Link to={`${base}/scorecard`}><Button>{words.evaluation.card}</Button></Link>}
              </Space>
            </div>
          )}
          {round.reports.length > 0 && (
            <List
              size="small" dataSource={branch ? round.reports.filter((r) => r.branch === branch) : round.reports}
              header={!branch && <div className="leaf-head"><Typography.Text strong>{words.report.title}</Typography.Text><Link to={`${base}/reports`}>{words.home.view}</Link></div>}
              renderItem={(report) => (
                <List.Item actions={[<Link key="open" to={`${base}/branches/${report.branch}/report`}>{isOpen && report.state !== 'submitted' && report.state !== 'accepted' ? words.home.enterFor : words.home.view}</Link>]}>
                  <Space wrap>
                    {report.name}
                    <Tag color={report.state === 'returned' ? 'error' : report.state === 'submitted' || report.state === 'accepted' ? 'success' : 'default'}>{words.reportState[report.state ?? 'none']}</Tag>
                    {report.returnReason && <Typography.Text type="danger">{report.returnReason}</Typography.Text>}
                  </Space>
                </List.Item>
              )}
            />
          )}
        </Space>
      </Panel>
      <OwnVisits round={round.round} visits={round.visits} />
    </>
  );
}
