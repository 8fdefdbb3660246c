package io.ephemeral.feishu;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.aot.AotServices;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeHintsTests {

	@Test
	void registrarsWhenBuildCollectsHintsThenAllAreFound() {
		assertThat(AotServices.factories().load(RuntimeHintsRegistrar.class))
			.extracting((registrar) -> registrar.getClass().getName())
			.containsAll(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("io.ephemeral.feishu")
				.stream()
				.filter((type) -> type.isAssignableTo(RuntimeHintsRegistrar.class))
				.map(JavaClass::getName)
				.toList());
	}

}
