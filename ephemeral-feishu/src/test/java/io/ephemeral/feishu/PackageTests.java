package io.ephemeral.feishu;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "io.ephemeral.feishu", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageTests {

	private static final String[] INTERNAL = { "..feishu.binding", "..card.json", "..card.check", "..limit.window",
			"..callback.json", "..callback.call" };

	@ArchTest
	static final ArchRule importsGoOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("root")
		.definedBy("io.ephemeral.feishu")
		.layer("action")
		.definedBy("..feishu.action")
		.layer("binding")
		.definedBy("..feishu.binding")
		.layer("style")
		.definedBy("..card.style")
		.layer("element")
		.definedBy("..card.element")
		.layer("rule")
		.definedBy("..card.rule")
		.layer("json")
		.definedBy("..card.json")
		.layer("check")
		.definedBy("..card.check")
		.layer("card")
		.definedBy("..card")
		.layer("source")
		.definedBy("..card.source")
		.layer("form")
		.definedBy("..feishu.form")
		.layer("rate")
		.definedBy("..limit.rate")
		.layer("window")
		.definedBy("..limit.window")
		.layer("exchange")
		.definedBy("..limit.exchange")
		.layer("limit")
		.definedBy("..limit")
		.layer("error")
		.definedBy("..error")
		.layer("client")
		.definedBy("..client")
		.layer("auth")
		.definedBy("..auth")
		.layer("seal")
		.definedBy("..feishu.seal")
		.layer("chat")
		.definedBy("..chat")
		.layer("ephemeral")
		.definedBy("..ephemeral")
		.layer("event")
		.definedBy("..feishu.event")
		.layer("answer")
		.definedBy("..callback.answer")
		.layer("callback json")
		.definedBy("..callback.json")
		.layer("callback call")
		.definedBy("..callback.call")
		.layer("callback")
		.definedBy("..callback")
		.layer("around")
		.definedBy("..callback.around")
		.layer("security")
		.definedBy("..callback.security")
		.layer("bot")
		.definedBy("..bot")
		.layer("connection")
		.definedBy("..connection")
		.layer("registration")
		.definedBy("..registration")
		.layer("routes")
		.definedBy("..callback.webflux", "..callback.webmvc")
		.layer("message")
		.definedBy("..message")
		.layer("group")
		.definedBy("..group")
		.layer("publish")
		.definedBy("..publish")
		.layer("commit")
		.definedBy("..commit")
		.layer("flow")
		.definedBy("..feishu.flow")
		.whereLayer("root")
		.mayNotAccessAnyLayer()
		.whereLayer("action")
		.mayOnlyAccessLayers("root")
		.whereLayer("binding")
		.mayNotAccessAnyLayer()
		.whereLayer("style")
		.mayNotAccessAnyLayer()
		.whereLayer("element")
		.mayOnlyAccessLayers("root", "action", "binding", "style", "json")
		.whereLayer("rule")
		.mayOnlyAccessLayers("root")
		.whereLayer("json")
		.mayOnlyAccessLayers("root", "binding", "style", "rule")
		.whereLayer("check")
		.mayOnlyAccessLayers("root", "rule", "json")
		.whereLayer("card")
		.mayOnlyAccessLayers("root", "style", "element", "rule", "json", "check", "seal")
		.whereLayer("source")
		.mayOnlyAccessLayers("style", "element", "rule", "json", "card")
		.whereLayer("form")
		.mayOnlyAccessLayers("root", "action", "binding", "style", "element", "rule", "json", "card")
		.whereLayer("rate")
		.mayOnlyAccessLayers("root")
		.whereLayer("window")
		.mayOnlyAccessLayers("root", "rate")
		.whereLayer("exchange")
		.mayOnlyAccessLayers("root", "rate", "window")
		.whereLayer("limit")
		.mayOnlyAccessLayers("root", "rate", "window", "exchange")
		.whereLayer("error")
		.mayOnlyAccessLayers("root")
		.whereLayer("client")
		.mayOnlyAccessLayers("root", "error", "limit", "rate")
		.whereLayer("auth")
		.mayOnlyAccessLayers("root", "error", "client")
		.whereLayer("seal")
		.mayOnlyAccessLayers("root", "action", "rule", "json", "auth")
		.whereLayer("chat")
		.mayOnlyAccessLayers("root", "error", "client")
		.whereLayer("message")
		.mayOnlyAccessLayers("root", "element", "rule", "card", "error", "client", "limit")
		.whereLayer("ephemeral")
		.mayOnlyAccessLayers("root", "rule", "card", "seal", "chat", "error", "client", "limit", "message")
		.whereLayer("event")
		.mayOnlyAccessLayers("root")
		.whereLayer("answer")
		.mayNotAccessAnyLayer()
		.whereLayer("callback json")
		.mayOnlyAccessLayers("root", "binding", "event")
		.whereLayer("callback call")
		.mayNotAccessAnyLayer()
		.whereLayer("callback")
		.mayOnlyAccessLayers("root", "action", "binding", "element", "rule", "card", "seal", "form", "event", "answer",
				"callback json", "callback call")
		.whereLayer("around")
		.mayOnlyAccessLayers("root", "callback", "callback call")
		.whereLayer("security")
		.mayOnlyAccessLayers("card", "callback", "callback call", "around")
		.whereLayer("bot")
		.mayOnlyAccessLayers("root", "event", "error", "client")
		.whereLayer("connection")
		.mayOnlyAccessLayers("root", "error", "client", "auth", "callback")
		.whereLayer("registration")
		.mayOnlyAccessLayers("root", "error", "client", "auth")
		.whereLayer("routes")
		.mayOnlyAccessLayers("callback")
		.whereLayer("group")
		.mayOnlyAccessLayers("root", "element", "rule", "card", "seal", "error", "client", "message")
		.whereLayer("publish")
		.mayOnlyAccessLayers("root", "element", "rule", "card", "error", "client", "message", "ephemeral", "group")
		.whereLayer("commit")
		.mayOnlyAccessLayers("root", "card", "ephemeral", "publish")
		.whereLayer("flow")
		.mayOnlyAccessLayers("root", "action", "binding", "element", "json", "card", "form", "seal", "answer",
				"callback", "client", "message", "ephemeral", "group", "publish")
		.ensureAllClassesAreContainedInArchitecture();

	@ArchTest
	static final ArchRule packagesHaveNoCycle = slices().matching("io.ephemeral.feishu.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule libraryDoesNotKnowBoot = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.boot..");

	@ArchTest
	static final ArchRule publicClassesAreFinalUnlessMadeToBeExtended = classes().that()
		.arePublic()
		.and()
		.areNotInterfaces()
		.and()
		.areNotAssignableTo(FeishuException.class)
		.should()
		.haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

	/** Public types of internal packages are public in name only. */
	@ArchTest
	static final ArchRule internalTypesAreInNoPublicSignature = noMethods().that()
		.arePublic()
		.and()
		.areDeclaredInClassesThat()
		.resideOutsideOfPackages(INTERNAL)
		.and()
		.areDeclaredInClassesThat()
		.arePublic()
		.should()
		.haveRawReturnType(resideInAnyPackage(INTERNAL))
		.orShould()
		.haveRawParameterTypes(anyElementThat(resideInAnyPackage(INTERNAL)));

	@Test
	void everyPackageIsNullMarked() {
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.ephemeral.feishu");
		assertThat(classes.stream().map(JavaClass::getPackage).distinct())
			.allMatch((types) -> types.isAnnotatedWith(NullMarked.class));
	}

}
