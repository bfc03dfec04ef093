package org.joinvoices.accountability;

import java.util.UUID;

/** What came of telling of a response, or of its withdrawal. */
public sealed interface ResponseAnswer {

  record Recorded(UUID id) implements ResponseAnswer {}

  /** Nothing was recorded. */
  record Refused(ResponseFault fault) implements ResponseAnswer {}
}
