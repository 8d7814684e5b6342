/** First and last names by sales region, as a company's directory would hold them. */
export const peopleNames = {
  Americas: {
    first:
      "James Mary Michael Jennifer David Linda Daniel Karen Kevin Ashley Brian Megan Tyler Nicole Marcus Alicia Diego Gabriela Andre Simone Jason Rachel Ethan Priya Victor Hannah Omar Claire Luis Tamara Grace Nathan Erin Caleb Monica Trevor".split(
        " ",
      ),
    last: "Carter Nguyen Sullivan Ramirez Brooks Patel Hughes Coleman Reyes Foster Bennett Kim O'Connor Delgado Harper Whitfield Tran Morrison Jenkins Silva Lambert Okafor Park Castillo Doyle Fischer Abrams Vaughn Mercer Santos Pierce Holloway Ellison Marsh".split(
      " ",
    ),
  },
  EMEA: {
    first:
      "Anna Lukas Sophie Jonas Camille Pieter Elena Matteo Ingrid Oliver Chloé Sébastien Jürgen Katarzyna Niamh Declan Fatima Henrik Laura Tobias Amélie Bram Zoë Giulia Hugo Freya Rhys Marta Björn Eleanor".split(
        " ",
      ),
    last: "Müller Schneider Dubois Laurent van-Dijk Rossi Bianchi Lindqvist Murphy Byrne Hofmann García Fernández Jansen Bakker Weber Kowalski Taylor Davies Moreau Conti Åkesson Köhler Peeters Haddad Clarke Novák Sørensen".split(
      " ",
    ),
  },
  "Asia Pacific": {
    first:
      "Wei Mei Arjun Ananya Hiroshi Yuki Liam Charlotte Jun Siti Rohan Kavya Minh Linh Ryan Isla Kenji Hana Nikhil Aditi".split(
        " ",
      ),
    last: "Chen Tan Sharma Iyer Tanaka Sato Wilson Campbell Lim Rahman Mehta Reddy Nguyen Pham McKenzie Lee Suzuki Gupta Wong Kapoor".split(
      " ",
    ),
  },
} as const;
