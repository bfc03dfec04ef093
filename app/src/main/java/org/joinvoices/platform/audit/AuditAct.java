package org.joinvoices.platform.audit;

import java.util.Locale;

/** What was done; each says what kind of id its entry names. */
public enum AuditAct {
  /** An account was made, or got another role or another invitation; on the account. */
  INVITED,
  /** On the session, as are the next four. */
  SIGNED_IN_BY_INVITATION,
  SIGNED_IN_BY_PASSKEY,
  SIGNED_IN_BY_MAIL,
  SIGNED_OUT,
  /** Somebody ended a session from another one. */
  SESSION_ENDED,
  /** On the account. */
  PASSKEY_ADDED,
  /** An account lost its access; on the account. */
  ACCESS_REMOVED,
  /** A folder was published and changed something; on the action. */
  PUBLISHED,
  /** Somebody looked up what is held under one e-mail address; on the session. */
  PERSON_LOOKED_UP,
  /** What is held about one person was downloaded; on the action, as is the next. */
  PERSON_EXPORTED,
  /** One person was erased. */
  PERSON_ERASED,
  /** What one person typed was put right; on the action, as is the next. */
  PERSON_CORRECTED,
  /** One person's signature was withdrawn. */
  PERSON_WITHDRAWN,
  /** Messages to a chamber, or mails, were let go again; on the house, all zeros. */
  HOUSE_RESUMED,
  SENATE_RESUMED,
  MAILS_RESUMED,
  /** Another release of civic data was put in use; on the house. */
  DATA_RELEASE_ACTIVATED,
  /** E-mail to offices was let go again; on the house. */
  OFFICE_MAIL_RESUMED,
  /**
   * Sending was paused for a letter, an office or a gateway; on the action, or else on the house.
   */
  DELIVERY_PAUSED,
  /** A pause was ended; as before. */
  DELIVERY_RESUMED,
  /** Messages of a letter were queued once more; on the action, as are all below. */
  MESSAGES_RETRIED,
  MESSAGES_HELD,
  MESSAGES_RELEASED,
  /** Messages were put on another channel. */
  MESSAGES_MOVED,
  /** Somebody decided of unclear messages whether they went out. */
  MESSAGES_SETTLED,
  /** The queue was downloaded, without names. */
  QUEUE_EXPORTED,
  /** A marked sample message was sent. */
  TEST_SENT,
  PACKETS_MADE,
  /** A packet with its letters was downloaded. */
  PACKET_PRINTED,
  PACKET_VOIDED,
  PACKET_HANDED_OVER,
  BOOK_HANDED_OVER,
  /** The proof of a hand-over was looked at. */
  PROOF_DOWNLOADED,
  /** A code for an event was made. */
  EVENT_CODE_MADE,
  /** One was ended before its time. */
  EVENT_CODE_ENDED,
  /** What was under review is counted. */
  SIGNATURES_RELEASED,
  /** Signatures were taken out. */
  SIGNATURES_INVALIDATED,
  /** One of these two was undone. */
  REVIEW_UNDONE,
  /** Somebody looked at the names of some who signed. */
  SIGNERS_LOOKED_AT,
  /** Rows of sign-up sheets were typed in, and one typing-in was taken out; on the action. */
  SHEETS_IMPORTED,
  IMPORT_UNDONE,
  /**
   * New signatures were refused for a while, of a letter or of all; on the action, or the house.
   */
  SIGNING_PAUSED,
  SIGNING_RESUMED,
  /** Mails of ours were kept back; on the house, as are the next four. */
  MAILS_PAUSED,
  /** Published numbers were frozen. */
  COUNTS_PAUSED,
  COUNTS_RESUMED,
  /** Public pages were made static. */
  PAGES_PAUSED,
  PAGES_RESUMED,
  /** A count that differed from its signatures was put right; on the action. */
  COUNT_CORRECTED,
  /** What an office answered was recorded, or taken off the record; on the action. */
  RESPONSE_RECORDED,
  RESPONSE_WITHDRAWN,
  /**
   * The authors of a letter got a link to their room, or lost it; on the action, as is all below.
   */
  AUTHORS_INVITED,
  AUTHORS_LINK_ENDED,
  /** The authors approved a text of their letter, or took that back. */
  TEXT_APPROVED,
  TEXT_APPROVAL_WITHDRAWN,
  /** The authors asked for a pause, or took that back. */
  PAUSE_ASKED,
  PAUSE_UNASKED,
  /** An owner answered that. */
  PAUSE_ANSWERED,
  /** An organization joined a letter as a partner, or left it. */
  PARTNER_ADDED,
  PARTNER_ENDED,
  /** A link was made whose visits are counted, and nobody's name kept. */
  SOURCE_LINK_MADE,
  /** A partner got a link to the names of those who said yes to it, and used it. */
  PARTNER_EXPORT_LINKED,
  PARTNER_EXPORTED;

  /** As the database spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
