import { EyeOutlined, FileTextOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Descriptions, Image, Input, InputNumber, Space, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { getTagged, write, type Tagged } from '../../api/client';
import { Problem } from '../../api/problem';
import type { OwnSeatView, SheetFile, SheetView } from '../../api/schema';
import { Loaded, Page, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { filesOfSheet, sizeOf } from '../evidence/queries';
import { ReasonDialog } from '../rounds/BoardPage';
import { useOwnSeats } from './queries';

const Preview = lazy(() => import('../evidence/Preview'));

/** A judge's sheet: what the school handed in, and one field for the score. Enter saves and goes on to the next school. */
export default function SheetPage() {
  const { round = '', panel = '', school = '' } = useParams();
  const words = useWords();
  const sheet = useQuery({
    queryKey: ['sheet', round, panel, school], gcTime: 0,
    queryFn: ({ signal }) => getTagged('GET /rounds/{round}/panels/{panel}/sheets/{school}', { path: { round, panel, school }, signal }),
  });
  const seats = useOwnSeats();
  return (
    <Page title={sheet.data?.body.schoolName ?? words.judging.title} tools={<Link to="/"><Button>{words.judging.list}</Button></Link>}>
      <Loaded of={[sheet, seats]}>
        {() => <Sheet key={`${school} ${sheet.data!.tag}`} path={{ round, panel, school }} sheet={sheet.data!} seats={seats.data!.filter((s) => s.round === round && s.panel === panel)} />}
      </Loaded>
    </Page>
  );
}

function Sheet({ path, sheet, seats }: { path: { round: string; panel: string; school: string }; sheet: Tagged<SheetView>; seats: OwnSeatView[] }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { body, tag } = sheet;
  const [score, setScore] = useState<number | null>(body.score ?? null);
  const [comment, setComment] = useState(body.comment ?? '');
  const [recusing, setRecusing] = useState(false);
  const at = seats.findIndex((s) => s.school === path.school);
  const goTo = (seat?: OwnSeatView) => navigate(seat ? `/judging/${path.round}/${path.panel}/${seat.school}` : '/');
  const next = seats[at + 1];
  const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: ['panel-work'] }), queries.invalidateQueries({ queryKey: ['sheet', path.round, path.panel, path.school] })]);
  const onError = (error: Error) => {
    if (error instanceof Problem && error.isStale) message.error(words.errors.stale);
    else if (!(error instanceof Problem && error.fields['score'])) message.error(error.message);
  };
  const save = useMutation({
    mutationFn: () => write('PUT /rounds/{round}/panels/{panel}/sheets/{school}', { path, ifMatch: tag, body: { score: score!, comment: comment.trim() || null } }),
    onSuccess: async () => {
      message.success(words.judging.saved);
      await refresh();
      goTo(next);
    },
    onError,
  });
  const step = useMutation({
    mutationFn: (how: 'submit' | 'withdraw') => write(`POST /rounds/{round}/panels/{panel}/sheets/{school}/${how}`, { path, ifMatch: tag }),
    onSuccess: refresh,
    onError,
  });
  const recuse = useMutation({
    mutationFn: (reason: string) => write('POST /rounds/{round}/panels/{panel}/sheets/{school}/recuse', { path, ifMatch: tag, body: { reason } }),
    onSuccess: async () => {
      message.success(words.judging.recused);
      await queries.invalidateQueries({ queryKey: ['panel-work'] });
      goTo();
    },
    onError,
  });
  const said = save.error instanceof Problem ? save.error.fields['score'] : undefined;
  const canScore = body.isOpen && (body.state === 'open' || body.state === 'scored');
  const isDirty = score !== (body.score ?? null) || comment !== (body.comment ?? '');
  const isReady = score !== null;
  return (
    <div className="grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))' }}>
      <div style={{ minWidth: 0 }}>
        {!body.hasHandedIn && <Alert type="info" showIcon title={words.judging.notHandedIn} style={{ marginBottom: 16 }} />}
        <Panel title={body.leaves.map((l) => l.name).join('、')}>
          {body.leaves.filter((l) => l.comment).map((l) => <p key={l.code} style={{ marginTop: 0, whiteSpace: 'pre-wrap' }}><b>{words.judging.says}：</b>{l.comment}</p>)}
          <h3 style={{ fontSize: 14, margin: '0 0 4px' }}>{words.judging.files}</h3>
          {body.files.length === 0 ? <p style={{ margin: 0 }}>{words.judging.noFiles}</p> : (
            <Files path={path} files={body.files} />
          )}
        </Panel>
        {body.facts.length > 0 && (
          <Panel title={words.judging.facts}>
            <Descriptions size="small" column={1} items={body.facts.map((f) => ({ key: f.name, label: f.name, children: textOf(f.value, words.common.yes, words.common.no) }))} />
          </Panel>
        )}
      </div>
      <Panel title={`${body.panelName} · ${words.judging.of(at + 1, seats.length)}`} extra={<Tag color={body.state === 'handedIn' ? 'success' : 'default'}>{body.isOpen ? words.panels.seat[body.state] : words.judging.ended}</Tag>}>
        <form
          onSubmit={(e) => {
            e.preventDefault();
            if (isReady && canScore) save.mutate();
          }}
        >
          <Space orientation="vertical" style={{ width: '100%' }}>
            <label htmlFor="panel-score" style={{ fontWeight: 600 }}>{words.judging.score}</label>
            <InputNumber
              id="panel-score" autoFocus size="large" style={{ width: '100%' }} inputMode="decimal" min={body.scale.min} max={body.scale.max} precision={undefined} value={score} disabled={!canScore}
              onChange={setScore} status={said && 'error'} aria-describedby="panel-score-hint"
            />
            <small id="panel-score-hint">{words.judging.range(body.scale.min, body.scale.max)}</small>
            {said && <div className="said" role="alert">{said.join('；')}</div>}
            <label htmlFor="panel-comment">{words.judging.comment}（{words.common.optional}）</label>
            <Input.TextArea id="panel-comment" rows={3} maxLength={1000} value={comment} disabled={!canScore} onChange={(e) => setComment(e.target.value)} aria-describedby="panel-comment-hint" />
            <small id="panel-comment-hint">{words.judging.commentHint}</small>
            <Space wrap>
              {canScore && <Button type="primary" htmlType="submit" disabled={!isReady} loading={save.isPending}>{next ? words.judging.save : words.judging.saveOnly}</Button>}
              {canScore && body.state === 'scored' && !isDirty && <Button loading={step.isPending} onClick={() => step.mutate('submit')}>{words.judging.submit}</Button>}
              {body.isOpen && body.state === 'handedIn' && <Button loading={step.isPending} onClick={() => step.mutate('withdraw')}>{words.judging.withdraw}</Button>}
              {body.isOpen && <Button danger onClick={() => setRecusing(true)}>{words.judging.recuse}</Button>}
            </Space>
          </Space>
        </form>
        <div style={{ display: 'flex', justifyContent: 'space-between', marginTop: 16 }}>
          <Button disabled={at <= 0} onClick={() => goTo(seats[at - 1])}>{words.judging.previous}</Button>
          <Button disabled={!next} onClick={() => goTo(next)}>{words.judging.next}</Button>
        </div>
      </Panel>
      <ReasonDialog open={recusing} title={`${words.judging.recuse} · ${body.schoolName}`} label={`${words.judging.recuseReason}：${words.judging.recuseHint}`} onCancel={() => setRecusing(false)} onConfirm={(reason) => recuse.mutate(reason, { onSettled: () => setRecusing(false) })} />
    </div>
  );
}

/** What the school handed in, looked at beside the score. */
function Files({ path, files }: { path: { round: string; panel: string; school: string }; files: SheetFile[] }) {
  const words = useWords();
  const [shown, setShown] = useState<SheetFile>();
  const source = filesOfSheet(path);
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {files.map((f) => (
          <li key={f.id} style={{ display: 'flex', gap: 8, alignItems: 'center', padding: '6px 0' }}>
            {f.mediaType.startsWith('image/')
              ? <Image src={source.addressOf(f, true)} alt={f.name} width={44} height={44} style={{ objectFit: 'cover', borderRadius: 4 }} loading="lazy" />
              : <FileTextOutlined aria-hidden style={{ fontSize: 24, width: 44 }} />}
            <span style={{ minWidth: 0, flex: 1 }}>
              <a href={source.addressOf(f)} download={f.name} style={{ overflowWrap: 'anywhere' }}><bdi>{f.name}</bdi></a> <small>{sizeOf(f.size)}</small>
            </span>
            {!f.mediaType.startsWith('image/') && <Button size="small" type="text" icon={<EyeOutlined />} aria-label={`${words.preview.open} ${f.name}`} title={words.preview.open} onClick={() => setShown(f)} />}
          </li>
        ))}
      </ul>
      {shown && <Suspense><Preview source={source} file={shown} onClose={() => setShown(undefined)} /></Suspense>}
    </>
  );
}

/** A reported value in words. */
function textOf(value: unknown, yes: string, no: string): string {
  if (typeof value === 'boolean') return value ? yes : no;
  if (Array.isArray(value)) return value.map((one) => textOf(one, yes, no)).join('；');
  if (value !== null && typeof value === 'object') return Object.values(value).map((one) => textOf(one, yes, no)).join(' ');
  return String(value ?? '—');
}
