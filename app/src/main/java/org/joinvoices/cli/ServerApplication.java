package org.joinvoices.cli;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server: web and workers in one process, assembled from every capability's configuration. */
@SpringBootApplication(scanBasePackages = "org.joinvoices")
class ServerApplication {}
