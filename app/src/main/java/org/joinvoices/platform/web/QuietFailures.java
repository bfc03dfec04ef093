package org.joinvoices.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The top of every request: turns what nobody caught into an error page, and logs where it happened
 * but not what it says, because messages may quote what people typed and paths hold tokens.
 */
final class QuietFailures extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(QuietFailures.class);

  private static final int DEEPEST = 20;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      answer(response, root(e));
    }
  }

  private static void answer(HttpServletResponse response, Throwable failure) throws IOException {
    int status = status(failure);
    if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      LOG.error("a request failed: {} at {}", failure.getClass().getName(), place(failure));
    }
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "5");
    }
    if (!response.isCommitted()) {
      response.resetBuffer();
      response.sendError(status);
    }
  }

  private static int status(Throwable failure) {
    return switch (failure) {
      // A form too large, with too many fields, or not decodable; Tomcat knows which.
      case InvalidParameterException e -> e.getErrorCode();
      case SQLException e when isAway(e) -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      case TimeoutException _ -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      default -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    };
  }

  /**
   * The pool has no connection to give, or the server breaks them off, starts, stops or is full
   * (PostgreSQL, appendix A: classes 08, 53 and 57P). What has no state was not said by the server:
   * a connection that broke off is closed to the pool when its transaction is to be rolled back.
   */
  private static boolean isAway(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return failure instanceof SQLTransientConnectionException
        || state.isEmpty()
        || Stream.of("08", "53", "57P").anyMatch(state::startsWith);
  }

  private static Throwable root(Throwable failure) {
    var root = failure;
    for (int depth = 0; depth < DEEPEST && root.getCause() != null; depth++) {
      root = root.getCause();
      if (root instanceof SQLException || root instanceof InvalidParameterException) {
        return root; // its own cause is the socket, or what was wrong with the bytes
      }
    }
    return root;
  }

  private static String place(Throwable failure) {
    for (var frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("org.joinvoices")) {
        return frame.toString();
      }
    }
    return failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0].toString();
  }
}
