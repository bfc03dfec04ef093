package org.joinvoices.delivery.cwc;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.joinvoices.delivery.Chamber;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the gateways' office lists: at the House an array of codes, at the Senate of objects with
 * {@code office_code}.
 */
final class OfficeLists {

  private OfficeLists() {}

  /**
   * @throws IOException if nothing in it can be read: that must stop a lane, never empty it
   */
  static Set<OfficeCode> parse(Chamber chamber, byte[] json) throws IOException {
    Set<OfficeCode> offices = new HashSet<>();
    for (JsonNode entry : array(json)) {
      OfficeCode.listed(chamber, code(chamber, entry)).ifPresent(offices::add);
    }
    if (offices.isEmpty()) {
      throw new IOException("office list is empty");
    }
    return offices;
  }

  private static JsonNode array(byte[] json) throws IOException {
    try {
      JsonNode list = JsonMapper.shared().readTree(json);
      if (list.isArray()) {
        return list;
      }
    } catch (JacksonException e) {
      // said below, without the parser's words, which quote the input
    }
    throw new IOException("office list is unreadable");
  }

  private static String code(Chamber chamber, JsonNode entry) {
    return switch (chamber) {
      case HOUSE -> entry.asString("");
      case SENATE -> entry.path("office_code").asString("");
    };
  }
}
