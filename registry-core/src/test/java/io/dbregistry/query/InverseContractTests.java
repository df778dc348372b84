package io.dbregistry.query;

import io.dbregistry.metadata.Column;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The sides of one-to-one relations that have no column, on every product. */
abstract class InverseContractTests {

	@Model
	static class Member {

		@Id
		@GeneratedValue
		@Nullable Long id;

		@OneToOne(mappedBy = "member")
		@Nullable Profile profile;

		@Nullable String name;

		@OneToOne(mappedBy = "member")
		@Nullable Ref<Locker> locker;

		@OneToOne(mappedBy = "member")
		@Nullable Letter letter;

		@Nullable Profile getProfile() {
			return this.profile;
		}

	}

	@Model
	record Profile(@Id @GeneratedValue Long id, String text, @OneToOne(optional = false) Member member) {
	}

	record LockerId(String room, int number) {
	}

	@Model
	@IdClass(LockerId.class)
	record Locker(@Id String room, @Id int number, @OneToOne Ref<Member> member) {
	}

	@Model
	record Letter(@Id @GeneratedValue Long id, @ManyToOne Ref<Member> member) {
	}

	private final QueryFixture fixture;

	private final Member ann;

	private final Member bob;

	InverseContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Member.class, Profile.class, Locker.class, Letter.class);
		this.ann = member("Ann");
		this.bob = member("Bob");
		profile("of Ann", this.ann);
		lockers().create(new Locker("blue", 7, Ref.of(Member.class, this.ann.id)));
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void hasNoColumn() {
		assertThat(this.fixture.models().get(Member.class).table().columns()).extracting(Column::name)
			.containsExactly("id", "name");
	}

	@Test
	void isUnsetUntilItIsFetched() {
		Member read = members().get(this.ann.id);
		assertThat(read.profile).isNull();
		assertThat(read.locker).isNull();
		this.fixture.executions();
		assertThat(members().fetch(read, "profile")).isSameAs(read);
		assertThat(this.fixture.executions()).hasSize(1).allMatch((execution) -> execution.rows() == 1);
		assertThat(read.profile.text()).isEqualTo("of Ann");
		assertThat(read.profile.member().name).isEqualTo("Ann");
		assertThat(read.profile.member().profile).isNull();
	}

	@Test
	void isNullWhenNothingRefersToTheObject() {
		Member read = members().get(this.bob.id);
		read.profile = new Profile(1L, "wrong", read);
		read.locker = Ref.of(Locker.class, new LockerId("x", 1));
		assertThat(members().fetch(read, Member::getProfile).profile).isNull();
		assertThat(members().fetch(read, "locker").locker).isNull();
	}

	@Test
	void refersToTheObjectWhenItIsDeclaredSo() {
		Member read = members().fetch(members().get(this.ann.id), "locker");
		assertThat(read.locker).isEqualTo(Ref.of(Locker.class, new LockerId("blue", 7)));
		assertThat(read.locker.get().room()).isEqualTo("blue");
	}

	@Test
	void saysWhenThereAreSeveral() {
		ModelRepository<Letter> letters = this.fixture.repository(Letter.class);
		Member read = members().get(this.ann.id);
		letters.create(new Letter(null, Ref.of(Member.class, this.ann.id)));
		assertThat(members().fetch(read, "letter").letter.member()).isEqualTo(Ref.of(Member.class, this.ann.id));
		letters.create(new Letter(null, Ref.of(Member.class, this.ann.id)));
		assertThatExceptionOfType(MoreThanOneException.class).isThrownBy(() -> members().fetch(read, "letter"))
			.withMessage(
					"More than one object of model 'Letter' refers to one object by 'member', and 'letter' of model "
							+ "'Member' takes one; make 'member' a @OneToOne, or 'letter' a collection")
			.satisfies((ex) -> assertThat(ex.getModel()).isEqualTo("Letter"));
		assertThat(read.letter).isNotNull();
	}

	@Test
	void namesTheWayBack() {
		assertThat(this.fixture.models().get(Member.class).backward("profile").owner())
			.isSameAs(this.fixture.models().get(Profile.class).attribute("member"));
		assertThatIllegalArgumentException().isThrownBy(() -> members().query().filter("profile", null))
			.withMessage(
					"'profile' of model 'Member' is mapped by the other side, which has the column; query the other side: 'Profile' by 'member'");
		assertThatIllegalArgumentException().isThrownBy(() -> members().query().orderBy("-locker"))
			.withMessageContaining("query the other side: 'Locker' by 'member'");
		assertThatIllegalArgumentException().isThrownBy(() -> members().query().filter("profile.text", "x"))
			.withMessageEndingWith("query the other side: 'Profile' by 'member'");
	}

	@Test
	void isNotPartOfRows() {
		Row row = this.fixture.repository("Member").get(this.ann.id);
		assertThat(row.asMap()).containsOnlyKeys("id", "name");
	}

	private Member member(String name) {
		Member member = new Member();
		member.name = name;
		return members().create(member);
	}

	private void profile(String text, Member member) {
		this.fixture.repository(Profile.class).create(new Profile(null, text, member));
	}

	private ModelRepository<Locker> lockers() {
		return this.fixture.repository(Locker.class);
	}

	private ModelRepository<Member> members() {
		return this.fixture.repository(Member.class);
	}

}
