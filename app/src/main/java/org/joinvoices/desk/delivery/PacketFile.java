package org.joinvoices.desk.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketPapers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** The papers of a packet as one file to download: PDFs in the order in which they are printed. */
final class PacketFile {

  private PacketFile() {}

  /** One paper after the other; none is kept, here or anywhere. */
  static void write(Action action, Packet packet, PacketPapers papers, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name(action, packet)).build().toString());
    try (var zip = new ZipOutputStream(response.getOutputStream())) {
      zip.setLevel(Deflater.BEST_SPEED);
      int number = 1;
      for (String file : papers.files()) {
        var pdf = papers.find(file);
        if (pdf.isPresent()) {
          zip.putNextEntry(new ZipEntry("%02d-%s".formatted(number++, file)));
          zip.write(pdf.get());
          zip.closeEntry();
        }
      }
    }
  }

  private static String name(Action action, Packet packet) {
    return "packet-" + action.slug() + "-" + packet.seat() + "-" + packet.number() + ".zip";
  }
}
