package io.ephemeral.feishu.test.lunch;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import io.ephemeral.feishu.Viewer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;

record Order(@NotBlank String dish, @Max(10) int number, boolean hot, LocalDate day, LocalTime time,
		Optional<ZonedDateTime> until, List<Viewer.OpenId> guests) {

}
