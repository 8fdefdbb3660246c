package io.ephemeral.sample.checklist;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the checklist.
 *
 * @param report file of the report
 * @param patience longest wait for a click or a message
 */
@ConfigurationProperties("sample.checklist")
record ChecklistProperties(@DefaultValue("checklist-report.md") Path report, @DefaultValue("3m") Duration patience) {

}
