package org.joinvoices.desk.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.Queue;
import org.joinvoices.delivery.QueueExport;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue of a letter as a file: CSV by RFC 4180, UTF-8, no person. */
final class QueueFile {

  private static final String[] COLUMNS = {
    "delivery_id",
    "seat",
    "channel",
    "state",
    "reason",
    "attempts",
    "last_code",
    "planned_week",
    "last_attempt_week"
  };

  private final Queue queue;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  QueueFile(DataSource dataSource, Queue queue, AuditTrail audit) {
    this.queue = queue;
    this.audit = audit;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Notes it in the audit trail, then writes as it reads: there may be millions. */
  void write(Actor actor, Action action, HttpServletResponse response) throws IOException {
    transaction.executeWithoutResult(
        _ -> audit.append(actor, AuditAct.QUEUE_EXPORTED, action.id().value()));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("queue-" + action.slug() + ".csv")
            .build()
            .toString());
    try (var csv =
        CsvWriter.builder()
            .build(new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8)))) {
      csv.writeRecord(COLUMNS);
      queue.forEach(action.id(), row -> csv.writeRecord(fields(row)));
    }
  }

  private static String[] fields(QueueExport row) {
    return new String[] {
      row.code(),
      row.seat(),
      row.channel(),
      row.state(),
      row.reason(),
      Long.toString(row.attempts()),
      row.lastCode(),
      row.plannedWeek().map(LocalDate::toString).orElse(""),
      row.lastWeek().map(LocalDate::toString).orElse("")
    };
  }
}
