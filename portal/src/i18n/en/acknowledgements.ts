const acknowledgements = {
  title: 'Acknowledgements',
};

export default acknowledgements;
