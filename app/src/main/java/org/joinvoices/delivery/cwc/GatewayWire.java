package org.joinvoices.delivery.cwc;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to one gateway. A call ends in its time, is made once, follows no redirect, and when it
 * fails one knows whether anything of a message had been written. Safe for threads.
 */
final class GatewayWire {

  /** What the far side said; its body as read, not copied. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Answer(int status, byte[] body, Duration retryAfter) {}

  /** No answer. */
  static final class NoAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean written;

    /**
     * @param code a word for the ledger, without any content
     * @param written whether the message, or a part of it, may have left
     */
    NoAnswer(String code, boolean written) {
      super(code);
      this.code = code;
      this.written = written;
    }

    String code() {
      return code;
    }

    boolean written() {
      return written;
    }
  }

  private static final String LOST = "connection_lost";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** The time-out of a socket begins anew with each byte; this one does not. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Far more than the longest office list or refusal. */
  private static final int LONGEST_ANSWER = 1 << 20;

  /** More than a lane ever uses at the same time. */
  private static final int CONNECTIONS = 64;

  private final Duration timeout;
  private final CloseableHttpClient fresh;
  private final CloseableHttpClient kept;

  /**
   * @param timeout from the start of a call to the end of its answer
   */
  GatewayWire(Duration timeout) {
    this.timeout = timeout;
    this.fresh = client((_, _, _) -> false);
    this.kept = client(DefaultConnectionReuseStrategy.INSTANCE);
  }

  private CloseableHttpClient client(ConnectionReuseStrategy reuse) {
    Duration connect = CONNECT_TIMEOUT.compareTo(timeout) < 0 ? CONNECT_TIMEOUT : timeout;
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(Timeout.of(connect)).build())
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy(reuse)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(timeout))
                .setResponseTimeout(Timeout.of(timeout))
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .build();
  }

  /**
   * Posts on a connection of its own: on a kept one that the far side has just closed nobody could
   * tell whether a message was read.
   */
  Answer post(URI address, byte[] xml) throws NoAnswer {
    return post(fresh, address, xml);
  }

  /** Posts what does no harm twice, on a kept connection, and once more where that was closed. */
  Answer ask(URI address, byte[] xml) throws NoAnswer {
    try {
      return post(kept, address, xml);
    } catch (NoAnswer e) {
      if (e.code().equals(LOST)) {
        return post(kept, address, xml);
      }
      throw e;
    }
  }

  Answer get(URI address) throws NoAnswer {
    return call(fresh, new HttpGet(address), new AtomicBoolean());
  }

  private Answer post(CloseableHttpClient client, URI address, byte[] xml) throws NoAnswer {
    var written = new AtomicBoolean();
    var request = new HttpPost(address);
    request.setEntity(
        new Noticed(new ByteArrayEntity(xml, ContentType.create("application/xml")), written));
    return call(client, request, written);
  }

  private Answer call(CloseableHttpClient client, HttpUriRequestBase request, AtomicBoolean written)
      throws NoAnswer {
    var late = new AtomicBoolean();
    Runnable cut =
        () -> {
          late.set(true);
          request.cancel();
        };
    var end =
        ForkJoinPool.commonPool()
            .schedule(cut, timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, GatewayWire::answer);
    } catch (IOException e) {
      throw new NoAnswer(code(e, written.get(), late.get()), written.get());
    } finally {
      end.cancel(false);
    }
  }

  private static String code(IOException failure, boolean written, boolean late) {
    if (failure instanceof ConnectTimeoutException) {
      return "connect_timeout";
    }
    if (late || failure instanceof SocketTimeoutException) {
      return "timeout";
    }
    if (written) {
      return LOST;
    }
    return failure instanceof SSLException ? "tls_handshake" : "no_connection";
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    return new Answer(
        response.getCode(),
        body(response.getEntity()),
        RetryAfter.of(name -> first(response, name)));
  }

  private static byte[] body(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    // not closed here: closing reads on to the end, and the connection is cut where it does not end
    byte[] body = entity.getContent().readNBytes(LONGEST_ANSWER + 1);
    if (body.length > LONGEST_ANSWER) {
      throw new IOException("an answer without end");
    }
    return body;
  }

  private static Optional<String> first(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  /** Notes that writing began. */
  private static final class Noticed extends HttpEntityWrapper {

    private final AtomicBoolean written;

    private Noticed(HttpEntity message, AtomicBoolean written) {
      super(message);
      this.written = written;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      written.set(true);
      super.writeTo(out);
    }
  }
}
