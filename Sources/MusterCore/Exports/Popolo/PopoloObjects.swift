import MusterValues

/// The objects of Popolo. A member without a value is written as null.
///
/// Source: The Popolo Project, <http://www.popoloproject.com/specs/>, with its JSON schemas of 2016.
enum Popolo {
    /// A person.
    struct Person: Encodable {
        let id: String
        let name: String
        let otherNames: [Name]
        let deathDate: String?
        let sources: [Link]
    }

    /// An organization.
    struct Organization: Encodable {
        let id: String
        let name: String
        let otherNames: [Name]
        let classification: String?
        let parentId: String?
        let areaId: String?
        let foundingDate: String?
        let dissolutionDate: String?
        let sources: [Link]
    }

    /// A post.
    struct Post: Encodable {
        let id: String
        let label: String
        let role: String?
        let areaId: String?
        let sources: [Link]
    }

    /// A person's hold on a post, or time in an organization.
    struct Membership: Encodable {
        let id: String
        let label: String?
        let role: String?
        let personId: String
        let organizationId: String?
        let postId: String?
        let areaId: String?
        let startDate: String?
        let endDate: String?
        let sources: [Link]
    }

    /// An area.
    struct Area: Encodable {
        let id: String
        let name: String
        let identifier: String
        let classification: String?
        let parentId: String?
        let otherNames: [Name]
        let sources: [Link]
    }

    /// An occurrence.
    struct Event: Encodable {
        let id: String
        let name: String
        let description: String?
        let classification: String
        let organizationId: String?
        let startDate: String?
        let endDate: String?
        let sources: [Link]
    }

    /// Another name.
    struct Name: Encodable {
        let name: String
        let note: String
    }

    /// The address of a document.
    struct Link: Encodable {
        let url: String
        let note: String
    }
}
