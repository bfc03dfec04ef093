package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

/**
 * What the container refuses before any filter sees it, such as an address that is no text, is
 * answered in our words and with our headers, too.
 */
final class ContainerRefusals extends ErrorReportValve {

  private final Supplier<ErrorPage> page;
  private final SecurityHeaders headers;

  /**
   * @param page asked for at the first refusal; the container starts before it is there
   */
  ContainerRefusals(Supplier<ErrorPage> page, SecurityHeaders headers) {
    this.page = page;
    this.headers = headers;
  }

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    int status = response.getStatus();
    if (status < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || isHungUp(response)) {
      return;
    }
    try {
      headers.set(response);
      response.setContentType("text/html");
      response.setCharacterEncoding(UTF_8.name());
      response.setHeader("Cache-Control", "no-store");
      // Empty where the answer may have no body.
      var writer = Optional.ofNullable(response.getReporter());
      if (writer.isPresent()) {
        writer.get().write(page.get().render(status, request.getLocale().getLanguage()));
        response.finishResponse();
      }
    } catch (IOException gone) {
      // Whoever asked does not listen any more.
    }
  }

  private static boolean isHungUp(Response response) {
    var mayWrite = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, mayWrite);
    return !mayWrite.get();
  }
}
