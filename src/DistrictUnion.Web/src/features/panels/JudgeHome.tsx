import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Table, Tag } from 'antd';
import { Link } from 'react-router';
import { write } from '../../api/client';
import type { OwnSeatView } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { useOwnSeats } from './queries';

const keyOf = (seat: OwnSeatView) => `${seat.round}/${seat.panel}`;

/** The schools that a judge scores, panel by panel. */
export default function JudgeHome() {
  const words = useWords();
  const seats = useOwnSeats();
  return (
    <Page title={words.judging.title}>
      <Loaded of={[seats]}>
        {() => {
          const panels = [...new Set(seats.data!.map(keyOf))];
          return panels.length === 0
            ? <Nothing title={words.judging.none} hint={words.judging.noneHint} />
            : panels.map((panel) => <OwnPanel key={panel} seats={seats.data!.filter((s) => keyOf(s) === panel)} />);
        }}
      </Loaded>
    </Page>
  );
}

function OwnPanel({ seats }: { seats: OwnSeatView[] }) {
  const words = useWords();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const first = seats[0]!;
  const open = seats.filter((s) => s.state === 'open').length;
  const submit = useMutation({
    mutationFn: () => write('POST /rounds/{round}/panels/{panel}/sheets/submit', { path: { round: first.round, panel: first.panel } }),
    onSuccess: async ({ body }) => {
      message.success(words.judging.submitted(body.handedIn, body.open));
      await queries.invalidateQueries({ queryKey: ['panel-work'] });
    },
    onError: (error) => message.error(error.message),
  });
  const confirm = () => modal.confirm({ title: words.judging.submitAll, content: words.judging.submitConfirm, okText: words.judging.submit, cancelText: words.common.cancel, onOk: () => submit.mutateAsync().catch(() => undefined) });
  return (
    <Panel
      flush title={`${first.panelName} · ${first.roundName}`}
      extra={!first.isOpen ? <Tag>{words.judging.ended}</Tag> : seats.some((s) => s.state === 'scored') ? <Button type="primary" size="small" loading={submit.isPending} onClick={confirm}>{words.judging.submitAll}</Button> : open > 0 ? words.judging.open(open) : null}
    >
      <Table<OwnSeatView>
        rowKey="school" dataSource={seats} pagination={false}
        columns={[
          { title: words.panels.school, render: (_, s) => <Link to={`/judging/${s.round}/${s.panel}/${s.school}`}>{s.schoolName}</Link> },
          { title: words.panels.score, align: 'right', width: 72, className: 'numeric', render: (_, s) => points(s.score) },
          { title: words.home.state, width: 92, render: (_, s) => <Tag color={{ open: 'default', scored: 'processing', handedIn: 'success', kept: 'default', excluded: 'default' }[s.state]}>{words.panels.seat[s.state]}</Tag> },
        ]}
      />
    </Panel>
  );
}
