package org.joinvoices.platform.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.joinvoices.platform.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox where mails come back, by IMAP. What tells of one of our mails is noted and
 * then deleted; all else is marked as read and left to a person.
 */
final class BounceReader {

  private static final Logger LOG = LoggerFactory.getLogger(BounceReader.class);

  private static final String TIME_OUT_MILLIS = "20000";
  private static final int MOST = 500;

  /** A notification quotes at most the whole of our mail, which is small. */
  private static final int LARGEST_BYTES = 1_000_000;

  private final List<BounceListener> listeners;
  private final ReturnPaths paths;
  private final Settings.Bounces settings;

  BounceReader(List<BounceListener> listeners, ReturnPaths paths, Settings.Bounces settings) {
    this.listeners = List.copyOf(listeners);
    this.paths = paths;
    this.settings = settings;
  }

  /** At most {@value #MOST} messages; the rest is for the next run. */
  void run() {
    String protocol = settings.mailbox().getScheme();
    try (var mailbox = Session.getInstance(properties(protocol)).getStore(protocol)) {
      mailbox.connect(
          settings.mailbox().getHost(),
          settings.mailbox().getPort(),
          settings.user(),
          settings.password());
      try (var inbox = mailbox.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        for (var message : unread(inbox)) {
          take(message);
        }
      }
    } catch (MessagingException e) {
      LOG.warn("the mailbox of bounces cannot be read: {}", e.getClass().getSimpleName());
    }
  }

  private static Message[] unread(Folder inbox) throws MessagingException {
    Message[] unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
    return Arrays.copyOf(unread, Math.min(unread.length, MOST));
  }

  /** Deleted only once it is noted; what nobody can read is nothing of ours. */
  private void take(Message message) throws MessagingException {
    Optional<Bounce> bounce = read(message);
    bounce.ifPresent(told -> listeners.forEach(listener -> listener.bounced(told)));
    message.setFlag(bounce.isPresent() ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
  }

  private Optional<Bounce> read(Message message) {
    try {
      return message.getSize() > LARGEST_BYTES ? Optional.empty() : Bounce.read(message, paths);
    } catch (MessagingException | IOException e) {
      LOG.warn("a message among the bounces cannot be read: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static Properties properties(String protocol) {
    var properties = new Properties();
    for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail." + protocol + "." + name, TIME_OUT_MILLIS);
    }
    properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
    return properties;
  }
}
