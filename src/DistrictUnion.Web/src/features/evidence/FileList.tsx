import { EyeOutlined, FileTextOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Image, Tag } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { EvidenceView } from '../../api/schema';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { filesOfSchool, sizeOf } from './queries';

const Preview = lazy(() => import('./Preview'));

/** Files with what they speak of; everything can be looked at where it stands, and saved. */
export function FileList({ round, school, files, actions }: { round: string; school: string; files: EvidenceView[]; actions?: (file: EvidenceView) => ReactNode }) {
  const words = useWords();
  const source = filesOfSchool(round, school);
  const [shown, setShown] = useState<EvidenceView>();
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {files.map((file) => (
          <li key={file.id} style={{ display: 'flex', gap: 8, alignItems: 'center', padding: '4px 0', flexWrap: 'wrap' }}>
            {file.mediaType.startsWith('image/')
              ? <Image src={source.addressOf(file, true)} alt={file.name} width={44} height={44} style={{ objectFit: 'cover', borderRadius: 4 }} loading="lazy" />
              : <FileTextOutlined aria-hidden style={{ fontSize: 24, width: 44 }} />}
            <span style={{ minWidth: 0, flex: 1 }}>
              <a href={source.addressOf(file)} download={file.name} style={{ overflowWrap: 'anywhere' }}><bdi>{file.name}</bdi></a>
              <small style={{ display: 'block' }}>
                {sizeOf(file.size)} · {words.evidence.received} {moment(file.receivedAt)}
                {(file.from || file.to) && <> · {words.evidence.period} {file.from ?? '…'} – {file.to ?? words.evidence.stillHolds}</>}
                {file.nodes.length > 1 && <> · {words.evidence.alsoProves(file.nodes.join('、'))}</>}
              </small>
              {file.alsoAt.length > 0 && <Tag color="warning" icon={<WarningOutlined />}>{words.evidence.duplicate(file.alsoAt.join('、'))}</Tag>}
            </span>
            {!file.mediaType.startsWith('image/') && <Button size="small" type="text" icon={<EyeOutlined />} aria-label={`${words.preview.open} ${file.name}`} title={words.preview.open} onClick={() => setShown(file)} />}
            {actions?.(file)}
          </li>
        ))}
      </ul>
      {shown && <Suspense><Preview source={source} file={shown} onClose={() => setShown(undefined)} /></Suspense>}
    </>
  );
}
