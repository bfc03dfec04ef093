-- Two indexes held the same few rows: signature_under_review, by which batches walk, serves the count of them as well.
DROP INDEX signature_count_under_review;
