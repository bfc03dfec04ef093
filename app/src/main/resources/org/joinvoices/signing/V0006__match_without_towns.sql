-- The towns by which candidates are told apart lie around the postal code, which is sealed (D9): find them anew instead.
UPDATE signature SET match = jsonb_set(match, '{candidates}',
    (SELECT jsonb_agg(jsonb_set(candidate, '{towns}', '[]')) FROM jsonb_array_elements(match -> 'candidates') candidate))
WHERE jsonb_array_length(match -> 'candidates') > 0;
