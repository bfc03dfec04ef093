package org.joinvoices.bench;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailboxes of those who sign: each waits for its mail, and whoever has it follows the link.
 */
final class ReplayMails implements BiConsumer<String, byte[]> {

  private static final int LOOK_MILLIS = 100;

  private static final Pattern LINK = Pattern.compile("/confirm/[A-Za-z0-9_.~=-]+");

  /** Of each signer who still waits for the mail, or whose thanks are on their way, since when. */
  private final Map<String, Long> open = new ConcurrentHashMap<>();

  private final AtomicLong unanswered = new AtomicLong();
  private final long since = System.nanoTime();
  private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<String> links = new LinkedBlockingQueue<>();

  /** Somebody was thanked, and waits for a mail. */
  void thanked(String mailbox) {
    meet(mailbox);
  }

  /**
   * Of thanks and mail the first waits for the other; a mail that comes first was not waited for.
   */
  private void meet(String mailbox) {
    long now = System.nanoTime();
    Long first = open.putIfAbsent(mailbox, now);
    if (first != null) {
      open.remove(mailbox);
      waits.add(now - first);
    }
  }

  /** The path behind the button of a mail that has come; empty where none comes for a while. */
  Optional<String> nextLink() {
    try {
      return Optional.ofNullable(links.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** A link has been followed. */
  void answered() {
    unanswered.decrementAndGet();
  }

  /** Whether every mail has come and was answered. */
  boolean isQuiet() {
    return open.isEmpty() && unanswered.get() == 0;
  }

  /** How long those waited who have their mail; forgotten then. */
  Measured takeWaits() {
    long[] all = waits.stream().mapToLong(Long::longValue).toArray();
    waits.clear();
    return Measured.of(all, 0, Math.max(1, System.nanoTime() - since));
  }

  @Override
  public void accept(String mailbox, byte[] mail) {
    Optional<String> link = link(mail);
    if (link.isPresent()) { // the receipts that follow have none
      unanswered.incrementAndGet();
      meet(mailbox);
      links.add(link.get());
    }
  }

  private static Optional<String> link(byte[] mail) {
    try {
      Matcher found = LINK.matcher(text(new MimeMessage(null, new ByteArrayInputStream(mail))));
      return found.find() ? Optional.of(found.group()) : Optional.empty();
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail that cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All parts, one after the other. */
  private static String text(Part part) throws MessagingException, IOException {
    if (!(part.getContent() instanceof Multipart parts)) {
      return part.isMimeType("text/*") ? part.getContent().toString() : "";
    }
    var all = new StringBuilder();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart one = parts.getBodyPart(i);
      all.append(text(one));
    }
    return all.toString();
  }
}
