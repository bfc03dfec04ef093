package org.joinvoices.signing;

/**
 * Kinds of mail that tell signers how the story of their messages went on. Each goes to a signature
 * once at most; delivery knows when, the pages of signing know the words.
 */
public final class SignerNotices {

  /** At least one message needs the signer: it could not be delivered. */
  public static final String MESSAGE_FAILED = "message_failed";

  /** All messages were taken, some of them long after the receipt was mailed. */
  public static final String MESSAGES_DELIVERED = "messages_delivered";

  /** The own words in the messages are about to be deleted here: time to keep a copy. */
  public static final String WORDS_GOING = "words_going";

  private SignerNotices() {}
}
