package org.joinvoices.privacy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;

/** Reads every line that is logged, with all that its exception says. */
public final class LogWatch extends AppenderBase<ILoggingEvent> {

  @Override
  protected void append(ILoggingEvent event) {
    look(event, event.getFormattedMessage());
    if (event.getThrowableProxy() != null) {
      look(event, ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }

  private static void look(ILoggingEvent event, String text) {
    PrivateWords.findInLog(text)
        .ifPresent(word -> Leaks.note("a log line of " + event.getLoggerName(), word));
  }
}
