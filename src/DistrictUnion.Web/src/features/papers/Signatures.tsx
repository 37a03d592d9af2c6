import { useWords } from '../../shared/words';

/** Places to sign and seal, with room for a hand. */
export function Signatures({ places }: { places: string[] }) {
  const words = useWords();
  return (
    <div className="paper-signatures">
      {places.map((place) => <div key={place}>{place}：<div className="paper-room" />{words.results.date}：　　　年　　月　　日</div>)}
    </div>
  );
}
