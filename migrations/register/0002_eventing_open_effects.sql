-- What is done stays in the queue for ever, so that its key is never queued again. Workers and screens ask for what is
-- open, oldest or newest first: they must not walk over the years to find it.

DROP INDEX effect_waiting;

CREATE INDEX effect_open ON effect (kind) WHERE state <> 'done';

CREATE INDEX effect_done ON effect (kind) WHERE state = 'done';
