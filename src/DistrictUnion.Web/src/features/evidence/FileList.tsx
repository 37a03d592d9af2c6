import { EyeOutlined, FileTextOutlined, QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Image, Tag } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { EvidenceChange, EvidenceView } from '../../api/schema';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { Earlier } from './Earlier';
import { filesOfSchool, sizeOf } from './queries';

/** Bits by which two browsers' hashes of the same picture may differ. */
const mostBrowsersDiffer = 10;

const Preview = lazy(() => import('./Preview'));

/** Files with what they speak of; everything can be looked at where it stands, and saved. */
export function FileList({ round, school, files, changes, actions }: {
  round: string;
  school: string;
  files: EvidenceView[];
  /** For reviewers: what became of files since the evaluation was returned, by their identifiers. */
  changes?: Record<string, EvidenceChange>;
  actions?: (file: EvidenceView) => ReactNode;
}) {
  const words = useWords();
  const source = filesOfSchool(round, school);
  const [shown, setShown] = useState<EvidenceView>();
  const [unlike, setUnlike] = useState<ReadonlySet<string>>(new Set());

  /** What waits for its virus check is its school's to open; what has a virus is nobody's. */
  const isClosed = (file: EvidenceView) => file.scan === 'infected' || (file.scan === 'pending' && changes !== undefined);

  /** What the uploader's browser told of a picture is looked at again by the reviewer's. */
  const compare = async (file: EvidenceView, picture: HTMLImageElement) => {
    if (!file.pictureHash) return;
    const { distanceOf, hashOfPicture } = await import('./pictureHash');
    const own = hashOfPicture(picture);
    if (!own || distanceOf(own, file.pictureHash) > mostBrowsersDiffer) setUnlike((all) => new Set(all).add(file.id));
  };
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {files.map((file) => (
          <li key={file.id} style={{ display: 'flex', gap: 8, alignItems: 'flex-start', padding: '4px 0', flexWrap: 'wrap' }}>
            {file.mediaType.startsWith('image/') && !isClosed(file)
              ? <Image src={source.addressOf(file, true)} alt={file.name} width={44} height={44} style={{ objectFit: 'cover', borderRadius: 4 }} loading="lazy" onLoad={changes && ((e) => void compare(file, e.currentTarget))} />
              : <FileTextOutlined aria-hidden style={{ fontSize: 24, width: 44 }} />}
            <span style={{ minWidth: 0, flex: 1 }}>
              {isClosed(file)
                ? <bdi style={{ overflowWrap: 'anywhere' }}>{file.name}</bdi>
                : <a href={source.addressOf(file)} download={file.name} style={{ overflowWrap: 'anywhere' }}><bdi>{file.name}</bdi></a>}{' '}
              {file.scan === 'pending' && <Tag color="warning">{words.evidence.pending}</Tag>}
              {file.scan === 'infected' && <Tag color="error">{words.evidence.infected}</Tag>}
              {changes?.[file.id] && <Tag color="processing">{words.evidence.change[changes[file.id]!]}</Tag>}
              <small style={{ display: 'block' }}>
                {sizeOf(file.size)} · {words.evidence.received} {moment(file.receivedAt)}
                {(file.from || file.to) && <> · {words.evidence.period} {file.from ?? '…'} – {file.to ?? words.evidence.stillHolds}</>}
                {file.nodes.length > 1 && <> · {words.evidence.alsoProves(file.nodes.join('、'))}</>}
              </small>
              {file.alsoAt.length > 0 && <Tag color="warning" icon={<WarningOutlined />}>{words.evidence.duplicate(file.alsoAt.join('、'))}</Tag>}
              {file.similarAt.length > 0 && <Tag color="warning" icon={<QuestionCircleOutlined />} title={words.evidence.similarHint}>{words.evidence.similar(file.similarAt.join('、'))}</Tag>}
              {unlike.has(file.id) && <Tag color="warning" icon={<WarningOutlined />}>{words.evidence.unlike}</Tag>}
            </span>
            {!file.mediaType.startsWith('image/') && !isClosed(file) && <Button size="small" type="text" icon={<EyeOutlined />} aria-label={`${words.preview.open} ${file.name}`} title={words.preview.open} onClick={() => setShown(file)} />}
            {actions?.(file)}
            {file.earlier.length > 0 && <Earlier round={round} school={school} file={file} onOpen={setShown} />}
          </li>
        ))}
      </ul>
      {shown && <Suspense><Preview source={source} file={shown} onClose={() => setShown(undefined)} /></Suspense>}
    </>
  );
}
