package io.ephemeral.feishu.autoconfigure;

import java.util.Map;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sizes of the packages of the library, the wiring and the simulator.
 */
@AnalyzeClasses(packages = "io.ephemeral.feishu",
		importOptions = { ImportOption.DoNotIncludeTests.class, PackageSizeTests.WithoutTestJars.class })
class PackageSizeTests {

	private static final int MOST_TYPES = 60;

	/**
	 * Rooms of the wiring and the simulator, which have fewer types that belong together.
	 */
	private static final int MOST_TYPES_OF_ROOM = 28;

	@ArchTest
	static void packagesAreSmall(JavaClasses types) {
		Map<String, Long> numbers = types.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

		assertThat(numbers).containsKeys("io.ephemeral.feishu.callback", "io.ephemeral.feishu.simulator.tenant",
				"io.ephemeral.feishu.autoconfigure");
		assertThat(numbers)
			.allSatisfy((name, number) -> assertThat(number).as(name).isLessThanOrEqualTo(mostTypes(name)));
	}

	private static long mostTypes(String name) {
		return (name.contains(".feishu.autoconfigure") || name.contains(".feishu.simulator")) ? MOST_TYPES_OF_ROOM
				: MOST_TYPES;
	}

	static final class WithoutTestJars implements ImportOption {

		@Override
		public boolean includes(Location location) {
			return !location.contains("-tests.jar");
		}

	}

}
