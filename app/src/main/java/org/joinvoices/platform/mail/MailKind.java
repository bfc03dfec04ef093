package org.joinvoices.platform.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * One kind of mail a capability sends, such as the confirmation mail. A Spring bean; the queue
 * finds it by name.
 */
public interface MailKind {

  /** Stored in the queue, for example {@code confirm}. */
  String name();

  /**
   * Composes the mail for one queued row, or empty when it is no longer due (confirmed meanwhile,
   * erased, suppressed): the row is then settled as dropped.
   *
   * @param scope the action
   * @param id the signature
   */
  Optional<OutgoingMail> compose(UUID scope, UUID id);

  /** Whether such mails go even while mails are paused: only what lets somebody end the pause. */
  default boolean goesWhilePaused() {
    return false;
  }
}
