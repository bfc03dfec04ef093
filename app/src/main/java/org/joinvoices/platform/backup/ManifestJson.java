package org.joinvoices.platform.backup;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The manifest as JSON, keys in snake case. */
final class ManifestJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ManifestJson() {}

  static byte[] write(Backup backup) {
    return JSON.writeValueAsBytes(backup);
  }

  /**
   * @throws BackupFault if it is no manifest
   */
  static Backup read(byte[] json) {
    try {
      return JSON.readValue(json, Backup.class);
    } catch (JacksonException e) {
      throw new BackupFault(BackupWriter.MANIFEST + " cannot be read.", e);
    }
  }
}
